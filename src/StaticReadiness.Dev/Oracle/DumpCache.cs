using System.Collections.Concurrent;

namespace StaticReadiness.Dev.Oracle;

/// <summary>Remembers CPython's answer for a file by the file's content, because its dump of a large corpus takes minutes.</summary>
internal sealed class DumpCache
{
    private readonly string path;
    private readonly ConcurrentDictionary<string, string> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> added = new();

    public DumpCache(string path)
    {
        this.path = path;
        if (!File.Exists(path)) return;
        foreach (var line in File.ReadLines(path))
            if (line.IndexOf(' ') is > 0 and var space) answers[line[..space]] = line[(space + 1)..];
    }

    public string? Find(string key) => answers.GetValueOrDefault(key);

    public string Add(string key, string answer)
    {
        answer = answer.ReplaceLineEndings(" ");
        answers[key] = answer;
        added.Enqueue($"{key} {answer}");
        return answer;
    }

    public void Save() => File.AppendAllLines(path, added);
}
