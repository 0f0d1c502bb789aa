namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Where a value comes from, as far as one function tells: fixed in the code, made harmless, not known, or sent by a client.</summary>
internal enum Origin { Constant, Safe, Unknown, Input }
