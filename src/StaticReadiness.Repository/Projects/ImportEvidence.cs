using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Projects;

/// <summary>Tells from the imports that stand in a directory whether it is a root of its own or a namespace package (PEP 420) of an outer root.</summary>
internal sealed class ImportEvidence(RepositoryFiles files)
{
    /// <summary>How many files below a directory are asked; the first few already settle it.</summary>
    private const int MaxFiles = 60;

    private readonly Dictionary<string, List<string>> importsByFile = [];

    public bool IsRoot(string directory, HashSet<string> modules, string outerRoot)
    {
        var below = outerRoot.Length == 0 ? directory : directory[(outerRoot.Length + 1)..];
        if (!below.Split('/').All(IsIdentifier)) return true;
        var dotted = below.Replace('/', '.');
        int plain = 0, nested = 0, asked = 0;
        foreach (var file in files.Under(directory))
        {
            if (!file.IsPython || file.Role is FileRoles.Vendored or FileRoles.Generated) continue;
            if (++asked > MaxFiles) break;
            foreach (var import in ImportsOf(file)) Weigh(import, file);
        }

        // Who imports from outside names the package in full.
        foreach (var file in files.In(outerRoot))
            if (file.IsPython)
                foreach (var import in ImportsOf(file)) Weigh(import, file);
        return plain > nested;

        void Weigh(string import, RepositoryFile file)
        {
            if (import == dotted || import.StartsWith(dotted + ".", StringComparison.Ordinal)) nested++;
            else if (Head(import) is var head && modules.Contains(head) && file.Name != head + ".py") plain++;
        }
    }

    private List<string> ImportsOf(RepositoryFile file)
    {
        if (importsByFile.TryGetValue(file.Path, out var known)) return known;
        var imports = file.ReadText().TryGet(out var text) ? ImportLines.Find(text.Content) : [];
        return importsByFile[file.Path] = imports;
    }

    private static string Head(string dotted) => dotted.IndexOf('.') is var dot and > 0 ? dotted[..dot] : dotted;

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => c == '_' || char.IsLetterOrDigit(c));
}
