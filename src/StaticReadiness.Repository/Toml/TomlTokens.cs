using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Toml;

/// <summary>The tokens of a TOML text in parallel arrays: kind, start and end.</summary>
internal sealed class TomlTokens(int capacity)
{
    private readonly Dictionary<int, string> messages = [];
    private sbyte[] kinds = new sbyte[capacity];
    private int[] starts = new int[capacity];
    private int[] ends = new int[capacity];

    public int Count { get; private set; }

    public sbyte[] Kinds => kinds;

    public int[] Starts => starts;

    public int[] Ends => ends;

    public int ErrorCount => messages.Count;

    public void Add(int kind, int start, int end)
    {
        if (Count == kinds.Length) Grow();
        kinds[Count] = (sbyte)kind;
        starts[Count] = start;
        ends[Count++] = end;
    }

    public void AddError(string message, int start, int end)
    {
        messages[Count] = message;
        Add(TomlParser.ERROR, start, end);
    }

    public string? MessageAt(int token) => messages.GetValueOrDefault(token);

    public TextSpan SpanAt(int token) => TextSpan.FromBounds(starts[token], ends[token]);

    private void Grow()
    {
        var size = kinds.Length * 2;
        Array.Resize(ref kinds, size);
        Array.Resize(ref starts, size);
        Array.Resize(ref ends, size);
    }
}
