using System.Text;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Splits a requirements file into logical lines as pip does: continuations first, then comments.</summary>
internal static class RequirementLineReader
{
    public static IEnumerable<RequirementLine> Read(SourceText text)
    {
        var pending = default(RequirementLine?);
        for (var line = 0; line < text.LineCount; line++)
        {
            var span = text.GetLineSpan(line);
            var physical = text.ToString(span);
            if (CommentStart(physical) is var only && only >= 0 && physical.AsSpan(0, only).IsWhiteSpace())
            {
                // A comment below a requirement is how pip-compile says who asks for it.
                var comment = physical[(physical.IndexOf('#') + 1)..].Trim();
                if (pending is { } above) pending = above with { Comment = Join(above.Comment, comment) };
                continue;
            }

            if (pending is { } ready) yield return ready;
            pending = null;
            if (string.IsNullOrWhiteSpace(physical)) continue;
            pending = ReadLogical(text, ref line, span, physical);
        }

        if (pending is { } last) yield return last;
    }

    private static RequirementLine ReadLogical(SourceText text, ref int line, TextSpan first, string physical)
    {
        var joined = physical;
        if (EndsInBackslash(physical) && CommentStart(physical) < 0)
        {
            var builder = new StringBuilder(physical, 0, physical.Length - 1, 256);
            var open = true;
            while (open && line + 1 < text.LineCount)
            {
                var next = text.ToString(text.GetLineSpan(++line));
                open = EndsInBackslash(next) && CommentStart(next) < 0;
                // A comment ends the joined line; a blank keeps it apart from what stands before.
                if (CommentStart(next) >= 0) builder.Append(' ');
                builder.Append(open ? next[..^1] : next);
            }

            joined = builder.ToString();
        }

        var comment = CommentStart(joined);
        var content = (comment < 0 ? joined : joined[..comment]).Trim();
        return new RequirementLine(content, comment < 0 ? "" : joined[(joined.IndexOf('#', comment) + 1)..].Trim(), ContentSpan(first, physical));
    }

    private static TextSpan ContentSpan(TextSpan line, string physical)
    {
        var comment = CommentStart(physical);
        var content = comment < 0 ? physical : physical[..comment];
        var start = content.Length - content.TrimStart().Length;
        var end = content.AsSpan().TrimEnd().TrimEnd('\\').TrimEnd().Length;
        return TextSpan.FromBounds(line.Start + Math.Min(start, end), line.Start + end);
    }

    private static bool EndsInBackslash(string line) => line.EndsWith('\\');

    /// <summary>Where a comment with the blanks before it begins: a <c>#</c> at the start or after white space; -1 for none.</summary>
    private static int CommentStart(string line)
    {
        for (var at = line.IndexOf('#'); at >= 0; at = line.IndexOf('#', at + 1))
        {
            if (at == 0) return 0;
            if (!char.IsWhiteSpace(line[at - 1])) continue;
            while (at > 0 && char.IsWhiteSpace(line[at - 1])) at--;
            return at;
        }

        return -1;
    }

    private static string Join(string above, string below) => above.Length == 0 ? below : $"{above}\n{below}";
}
