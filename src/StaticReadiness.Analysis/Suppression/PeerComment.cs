using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Suppression;

/// <summary>A peer's comment: its codes as written, none for a blanket one.</summary>
internal readonly record struct PeerComment(PeerTool Tool, ImmutableArray<string> Codes, PeerScope Scope);

/// <summary>How far a peer's comment reaches.</summary>
internal enum PeerScope
{
    Line,
    NextLine,

    /// <summary>Its line when code stands there, else the rest of the block it stands in.</summary>
    Block,
    File,
}
