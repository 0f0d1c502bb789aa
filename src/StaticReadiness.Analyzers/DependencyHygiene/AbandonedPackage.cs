namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Why a package should not be depended on.</summary>
/// <param name="Kind">abandoned, deprecated, renamed, placeholder or standard (part of Python).</param>
/// <param name="Since">The year of its last release or of the announcement; may be empty.</param>
/// <param name="Successor">What took its place; may be empty.</param>
internal sealed record AbandonedPackage(string Kind, string Since, string Successor)
{
    public string Description => Kind switch
    {
        "renamed" => $"was renamed to `{Successor}`",
        "placeholder" => $"is not the library its name suggests, which is `{Successor}`",
        "standard" => $"is part of Python ({Successor})",
        "deprecated" => $"is deprecated by its maintainers{Year}{InFavourOf}",
        _ => $"is abandoned{Year}{InFavourOf}",
    };

    private string Year => Since.Length == 0 ? "" : $" since {Since}";

    private string InFavourOf => Successor.Length == 0 ? "" : $"; its place was taken by {Successor.Replace(", ", " or ", StringComparison.Ordinal)}";
}
