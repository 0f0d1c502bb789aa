namespace StaticReadiness.Repository.Files;

/// <summary>Splitting of texts at line feeds.</summary>
internal static class LineFeedExtensions
{
    public static LineFeedEnumerator EnumerateLinesByFeed(this ReadOnlySpan<char> text) => new(text);
}
