using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Looks for the place where a project's own code makes a web application.</summary>
internal sealed class ApplicationFinder(Compilation compilation, IReadOnlySet<string> constructors, RepositoryFiles files)
{
    /// <summary>What an import of a constructor, or of something it lies in, can name.</summary>
    private readonly HashSet<string> importable = [.. constructors.SelectMany(PrefixesOf)];

    /// <summary>The paths of the modules that call a constructor, in the order of paths.</summary>
    public IEnumerable<string> Find()
    {
        foreach (var module in compilation.Modules)
        {
            if (!module.Summary.Imports.Any(MayBringConstructor) || files.TryGet(module.Tree.Path)?.Role != FileRoles.Application) continue;
            var calls = new ConstructorCalls(compilation.GetSemanticModel(module.Tree), constructors);
            foreach (var statement in module.Tree.Root.Body)
            {
                calls.Visit(statement);
                if (!calls.IsFound) continue;
                yield return module.Tree.Path;
                break;
            }
        }
    }

    private bool MayBringConstructor(ImportRecord import)
    {
        if (import.Name == "*") return true;
        return importable.Contains(import.Module) && (import.Name is null || importable.Contains($"{import.Module}.{import.Name}"));
    }

    private static IEnumerable<string> PrefixesOf(string name)
    {
        for (var prefix = name; ; prefix = prefix[..prefix.LastIndexOf('.')])
        {
            yield return prefix;
            if (!prefix.Contains('.')) yield break;
        }
    }

    private sealed class ConstructorCalls(SemanticModel model, IReadOnlySet<string> constructors) : SyntaxWalker
    {
        public bool IsFound { get; private set; }

        protected override void VisitCall(Call node)
        {
            if (model.GetQualifiedName(node.Function) is { } name && constructors.Contains(name)) IsFound = true;
            else if (!IsFound) DefaultVisit(node);
        }

        // expressions other than calls are looked into only where a statement hands one over
        protected override void VisitBinOp(BinOp node)
        {
        }
    }
}
