using StaticReadiness.Analysis.Reports;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>A Python file after reading: its module with its own names bound, or none when it could not be read; and what there is to say about it.</summary>
internal sealed record ParsedFile(RepositoryFile File, ModuleSymbol? Module, long Bytes, Notification? Notification)
{
    public SyntaxTree? Tree => Module?.Tree;

    /// <summary>The number of lines; counted by the thread that reads the file.</summary>
    public int Lines { get; } = Module?.Tree.Text.LineCount ?? 0;
}
