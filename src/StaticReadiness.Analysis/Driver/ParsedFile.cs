using StaticReadiness.Analysis.Reports;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>A Python file after reading: its tree, or none when it could not be read; and what there is to say about it.</summary>
internal sealed record ParsedFile(RepositoryFile File, SyntaxTree? Tree, long Bytes, Notification? Notification)
{
    /// <summary>The number of lines; counted by the thread that reads the file.</summary>
    public int Lines { get; } = Tree?.Text.LineCount ?? 0;
}
