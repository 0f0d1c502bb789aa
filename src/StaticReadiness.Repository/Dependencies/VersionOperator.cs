namespace StaticReadiness.Repository.Dependencies;

/// <summary>The comparison operators of PEP 440.</summary>
public enum VersionOperator : byte { Equal, NotEqual, LessOrEqual, GreaterOrEqual, Less, Greater, Compatible, Arbitrary }
