namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A version that stands before all of a path, as Sanic puts it there: <c>/v1</c>.</summary>
/// <param name="Number">The version as written; null when there is none.</param>
/// <param name="Prefix">What stands before the number; null for <c>/v</c>.</param>
internal readonly record struct PathVersion(string? Number, string? Prefix)
{
    public string Text => Number is null ? "" : (Prefix ?? "/v") + Number.TrimStart('v');

    /// <summary>This version, with what it leaves open taken from one further out.</summary>
    public PathVersion Or(PathVersion outer) => new(Number ?? outer.Number, Prefix ?? outer.Prefix);
}
