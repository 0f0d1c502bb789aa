using System.Buffers;

namespace StaticReadiness.Repository.Projects;

/// <summary>The absolute module names that the import lines of a Python file name, found without parsing it.</summary>
internal static class ImportLines
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");

    public static List<string> Find(string text)
    {
        var names = new List<string>();
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.StartsWith("import ")) AddNames(line[7..], names);
            else if (line.StartsWith("from ")) AddFrom(line[5..].TrimStart(), names);
        }

        return names;
    }

    private static void AddNames(ReadOnlySpan<char> list, List<string> names)
    {
        foreach (var range in list.Split(','))
        {
            var name = ReadName(list[range].TrimStart());
            if (!name.IsEmpty) names.Add(name.ToString());
        }
    }

    /// <summary>From <c>from a import b</c> both <c>a</c> and <c>a.b</c> may be modules; the longer name says more.</summary>
    private static void AddFrom(ReadOnlySpan<char> rest, List<string> names)
    {
        var module = ReadName(rest);
        if (module.IsEmpty || module[0] == '.') return;
        var tail = rest[module.Length..].TrimStart();
        if (!tail.StartsWith("import ")) return;
        var first = ReadName(tail[7..].TrimStart(" ("));
        names.Add(first.IsEmpty ? module.ToString() : $"{module}.{first}");
    }

    private static ReadOnlySpan<char> ReadName(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(NameCharacters);
        return end < 0 ? text : text[..end];
    }
}
