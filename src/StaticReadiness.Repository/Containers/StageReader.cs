using System.Collections.Immutable;
using System.Text;

namespace StaticReadiness.Repository.Containers;

/// <summary>Groups the instructions of a Dockerfile into stages.</summary>
internal static class StageReader
{
    private const int MaxExpansionLength = 4096;
    private const int MaxExpansionDepth = 8;

    public static ImmutableArray<DockerStage> Read(List<DockerInstruction> instructions)
    {
        var stages = new List<DockerStage>();
        var globals = new Dictionary<string, string>();
        for (var i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            if (instruction.Keyword == DockerKeyword.From)
            {
                var next = instructions.FindIndex(i + 1, x => x.Keyword == DockerKeyword.From);
                stages.Add(Make(instruction, [.. instructions.GetRange(i + 1, (next < 0 ? instructions.Count : next) - i - 1)], globals, stages));
            }
            else if (stages.Count == 0 && instruction.Keyword == DockerKeyword.Arg)
            {
                foreach (var variable in instruction.Variables)
                    if (variable.Value is not null) globals[variable.Name] = Expand(variable.Value, globals);
            }
        }

        return [.. stages];
    }

    /// <summary>Fills in <c>$NAME</c>, <c>${NAME}</c> and <c>${NAME:-default}</c>; a variable without a value stays as written.</summary>
    internal static string Expand(string text, IReadOnlyDictionary<string, string> variables, int depth = 0)
    {
        if (!text.Contains('$') || depth > MaxExpansionDepth) return text;
        var result = new StringBuilder();
        for (var i = 0; i < text.Length && result.Length < MaxExpansionLength; i++)
        {
            if (text[i] != '$' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            var braced = text[i + 1] == '{';
            var start = i + (braced ? 2 : 1);
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
            var close = braced ? text.IndexOf('}', end) : end - 1;
            if (end == start || close < 0)
            {
                result.Append('$');
                continue;
            }

            var tail = braced ? text[end..close] : "";
            var known = variables.TryGetValue(text[start..end], out var value) && (value.Length > 0 || !tail.StartsWith(':'));
            result.Append(known && !tail.StartsWith(":+", StringComparison.Ordinal) ? value
                : tail.StartsWith(":-", StringComparison.Ordinal) ? Expand(tail[2..], variables, depth + 1)
                : text[i..(close + 1)]);
            i = close;
        }

        return result.ToString();
    }

    private static DockerStage Make(DockerInstruction from, ImmutableArray<DockerInstruction> instructions, Dictionary<string, string> globals, List<DockerStage> earlier)
    {
        var image = from.Words.IsEmpty ? "" : Expand(from.Words[0].Text, globals);
        var name = from.Words is [_, var keyword, var alias, ..] && keyword.Text.Equals("AS", StringComparison.OrdinalIgnoreCase) ? alias.Text : null;
        var parent = earlier.FindLast(s => string.Equals(s.Name, image, StringComparison.OrdinalIgnoreCase));
        return new DockerStage(name, image, parent, from, instructions);
    }
}
