using StaticReadiness.Analysis;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>The packages that the documents of a repository tell their readers to install. A fact.</summary>
internal sealed class InstallInstructions
{
    private static readonly string[] Commands = ["pip install ", "pip3 install ", "uv add ", "poetry add ", "conda install ", "pipx install "];

    private readonly HashSet<string> packages = [];

    private InstallInstructions(Project project)
    {
        foreach (var document in project.Documents.Documents) Read(document.Text.Content);
    }

    public static InstallInstructions Of(Project project) => project.Whole.GetFact(static p => new InstallInstructions(p));

    /// <summary>Whether a document says how to install one of the packages.</summary>
    public bool Name(IEnumerable<string> names) => names.Any(packages.Contains);

    private void Read(string text)
    {
        foreach (var command in Commands)
        {
            for (var at = text.IndexOf(command, StringComparison.Ordinal); at >= 0; at = text.IndexOf(command, at + 1, StringComparison.Ordinal))
            {
                var end = text.IndexOf('\n', at);
                var words = text[(at + command.Length)..(end < 0 ? text.Length : end)].Split([' ', '`', '"', '\'', ',', '\r'], StringSplitOptions.RemoveEmptyEntries);
                packages.UnionWith(words.Where(word => char.IsLetter(word[0])).Select(word => PackageName.Normalize(word.Split('=', '<', '>', '[', '~', '!', ';')[0].TrimEnd('.', ')'))));
            }
        }
    }
}
