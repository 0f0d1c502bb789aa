using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Reads start scripts that have no extension, <c>docker-entrypoint</c> above all.</summary>
internal static class StartScripts
{
    private const long Longest = 100_000;

    public static bool Contains(RepositoryFile file) =>
        !file.Name.Contains('.') && file.Length <= Longest && IdentifierWords.Split(file.Name).Exists(word => word is "entrypoint" or "start" or "run" or "serve" or "web" or "launch");

    /// <summary>The commands of a script for a shell, and its text; null for any other file.</summary>
    public static (SourceText? Text, ImmutableArray<ShellCommand> Commands) Read(RepositoryFile file)
    {
        if (!file.ReadText().TryGet(out var text) || !text.Content.StartsWith("#!", StringComparison.Ordinal) || !text.ToString(text.GetLineSpan(0)).TrimEnd().EndsWith("sh", StringComparison.Ordinal)) return (null, []);
        return (text, [.. ShellScript.Read(MappedText.Of(text, new TextSpan(0, text.Length)))]);
    }
}
