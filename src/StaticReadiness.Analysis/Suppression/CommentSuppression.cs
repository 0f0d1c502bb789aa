using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Suppression;

/// <summary>A comment that suppresses findings.</summary>
/// <param name="Location">The comment.</param>
/// <param name="Words">The rules it names as written: ours by id or name, or a peer's ids; empty for all of a peer's.</param>
/// <param name="Reason">Why, in the author's words; null when none is given.</param>
/// <param name="FirstLine">The first line it covers, from 0.</param>
/// <param name="LastLine">The last line it covers.</param>
/// <param name="Peer">Whose comment it is; null for ours.</param>
internal sealed record CommentSuppression(Location Location, ImmutableArray<string> Words, string? Reason, int FirstLine, int LastLine, PeerTool? Peer)
{
    public bool Covers(IEnumerable<int> lines) => lines.Any(line => line >= FirstLine && line <= LastLine);
}
