using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>Groups middleware into the stacks it is registered in.</summary>
internal static class MiddlewareStacks
{
    /// <summary>The stacks of application code, each in the order requests meet it; what files register apart is kept apart.</summary>
    public static IEnumerable<IReadOnlyList<MiddlewareEntry>> Of(Project project) =>
        FrameworkModel.Of(project).Middleware
            .Where(entry => entry.ApplicationKey is not null && project.Files.TryGet(entry.Location.Path)?.Role == FileRoles.Application)
            .GroupBy(entry => (entry.Framework.Id, entry.ApplicationKey, entry.Location.Path))
            .Select(group => (IReadOnlyList<MiddlewareEntry>)[.. group]);

    /// <summary>Whether two entries stand in one block: code between them never leaves it, so that both run.</summary>
    public static bool AreInOneBlock(MiddlewareEntry one, MiddlewareEntry other)
    {
        var text = one.Location.Text!;
        var (first, last) = (text.GetLineIndex(Math.Min(one.Location.Span.Start, other.Location.Span.Start)), text.GetLineIndex(Math.Max(one.Location.Span.Start, other.Location.Span.Start)));
        var depth = DepthOf(first);
        if (DepthOf(last) != depth) return false;
        for (var line = first + 1; line < last; line++)
            if (DepthOf(line) is { } found && found < depth && !text.Slice(text.GetLineSpan(line)).Trim().StartsWith(")")) return false;
        return true;

        int? DepthOf(int line)
        {
            var content = text.Slice(text.GetLineSpan(line));
            var blank = content.Length - content.TrimStart().Length;
            return blank == content.Length ? null : blank;
        }
    }
}
