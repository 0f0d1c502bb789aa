namespace StaticReadiness.Python.Syntax;

/// <summary>One string for each distinct name; keywords are names whose token type is known beforehand.</summary>
internal sealed class NameTable
{
    /// <summary>As many as a processor's own cache holds with their texts: to look a name up beyond it takes longer than to make the text again for another file.</summary>
    private const int MaximumKept = 1 << 13;

    private int[] buckets = new int[1 << 14];
    private Entry[] entries = new Entry[1 << 13];
    private int count;
    private int file;
    private readonly int keywordCount;

    public NameTable()
    {
        foreach (var (text, type) in Keywords.All) AddKeyword(text, (short)type);
        keywordCount = count;
    }

    public static int Combine(int hash, char c) => (hash ^ c) * 16777619;

    public static int HashOf(ReadOnlySpan<char> text)
    {
        var hash = 0;
        foreach (var c in text) hash = Combine(hash, c);
        return hash;
    }

    public string this[int index] => entries[index].Text;

    public short TypeOf(int index) => entries[index].Type;

    /// <summary>The names met since the file began.</summary>
    public MentionFilter Mentions { get; private set; } = new();

    /// <summary>Begins a file, and forgets the names of earlier files when there are very many.</summary>
    public void BeginFile()
    {
        file++;
        Mentions = new MentionFilter();
        if (count <= MaximumKept) return;
        Array.Clear(buckets);
        Array.Clear(entries, keywordCount, count - keywordCount);
        count = 0;
        for (var i = 0; i < keywordCount; i++)
        {
            var entry = entries[i];
            AddKeyword(entry.Text, entry.Type);
        }
    }

    public string Intern(ReadOnlySpan<char> text)
    {
        var index = Find(text, HashOf(text));
        return entries[index].Text;
    }

    /// <summary>The string of a literal: short ones recur (keys, attribute names), long ones do not.</summary>
    public string InternShort(ReadOnlySpan<char> text) => text.Length <= 24 ? Intern(text) : text.ToString();

    public int Find(ReadOnlySpan<char> text, int hash)
    {
        for (var i = buckets[hash & (buckets.Length - 1)] - 1; i >= 0; i = entries[i].Next)
            if (entries[i].Hash == hash && text.SequenceEqual(entries[i].Text)) return Mention(i);
        return Mention(Add(text, hash, null));
    }

    private int Mention(int index)
    {
        ref var entry = ref entries[index];
        if (entry.File == file) return index;
        entry.File = file;
        Mentions.Add(entry.Hash);
        return index;
    }

    private void AddKeyword(string text, short type)
    {
        var index = Add(text, HashOf(text), text);
        entries[index].Type = type;
    }

    private int Add(ReadOnlySpan<char> text, int hash, string? known)
    {
        if (count == entries.Length) Grow();
        ref var bucket = ref buckets[hash & (buckets.Length - 1)];
        entries[count] = new Entry { Text = known ?? text.ToString(), Hash = hash, Next = bucket - 1, Type = PythonParser.NAME };
        bucket = count + 1;
        return count++;
    }

    private void Grow()
    {
        Array.Resize(ref entries, entries.Length * 2);
        buckets = new int[buckets.Length * 2];
        for (var i = 0; i < count; i++)
        {
            ref var bucket = ref buckets[entries[i].Hash & (buckets.Length - 1)];
            entries[i].Next = bucket - 1;
            bucket = i + 1;
        }
    }

    private struct Entry
    {
        public string Text;
        public int Hash;
        public int Next;
        public short Type;

        /// <summary>The number of the file that mentioned it last.</summary>
        public int File;
    }
}
