using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analysis.Settings;

/// <summary>What a user knows of libraries that no table knows: what blocks, what moves work elsewhere, what types calls give.</summary>
public sealed record KnowledgeSettings(ImmutableArray<LibraryEffect> Effects, ImmutableArray<LibraryOffload> Offloads, ImmutableArray<LibraryType> Types)
{
    public static KnowledgeSettings None { get; } = new([], [], []);

    /// <summary>A library's knowledge with this.</summary>
    public LibraryKnowledge AddTo(LibraryKnowledge knowledge) => knowledge.With(Effects, Offloads, Types);

    /// <summary>This and, where both speak of one name, the other's.</summary>
    public KnowledgeSettings With(KnowledgeSettings other) => new(Effects.AddRange(other.Effects), Offloads.AddRange(other.Offloads), Types.AddRange(other.Types));
}
