namespace StaticReadiness.Testing.Markdown;

/// <summary>A file of a case, without the comments that tell what to expect.</summary>
/// <param name="Line">The line of the page at which the file's first line stands, from 1.</param>
public sealed record CaseFile(string Path, string Content, int Line);
