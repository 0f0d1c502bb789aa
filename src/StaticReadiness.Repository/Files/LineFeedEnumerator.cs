namespace StaticReadiness.Repository.Files;

/// <summary>The lines of a text that end at line feeds only, as git splits its files.</summary>
internal ref struct LineFeedEnumerator(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;
    private bool done;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly LineFeedEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (done) return false;
        var end = rest.IndexOf('\n');
        done = end < 0;
        Current = done ? rest : rest[..end];
        if (!done) rest = rest[(end + 1)..];
        return true;
    }
}
