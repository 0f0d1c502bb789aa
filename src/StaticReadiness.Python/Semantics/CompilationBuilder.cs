using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Makes a compilation: its files one by one, by as many threads as there are, and then all of them together.</summary>
/// <param name="sourceRoots">The folders that modules are imported from, relative to the repository's root; empty for the root itself.</param>
/// <param name="knowledge">What is known about libraries.</param>
/// <param name="jobs">The number of threads that join the files; 0 for one a processor.</param>
/// <param name="includesCallsOfTests">Whether the call graph holds what tests call, also where no other code calls them.</param>
public sealed class CompilationBuilder(IEnumerable<string> sourceRoots, LibraryKnowledge knowledge, int jobs = 0, bool includesCallsOfTests = false)
{
    private readonly Compilation compilation = new(knowledge) { Jobs = jobs, IncludesCallsOfTests = includesCallsOfTests };
    private readonly ImmutableArray<string> roots = ModuleIndex.InnermostFirst(sourceRoots);

    /// <summary>Binds the names of one file. It looks at no other file, so any thread may bind any file, best the one that has just parsed it.</summary>
    public ModuleSymbol Bind(SyntaxTree tree, bool isTest = false)
    {
        var summary = ModuleSummary.Create(tree);
        var module = new ModuleSymbol(compilation, ModuleIndex.GetNames(tree.Path, roots), tree, summary) { IsTest = isTest };
        DeclarationBuilder.Build(module);
        // seen from the file alone, so that joining, which is one thread's, finds it ready
        foreach (var @class in module.Classes) _ = @class.Attributes;
        return module;
    }

    /// <summary>Joins the files; the builder has done its work then.</summary>
    /// <param name="modules">The modules of the builder, in the order that those of the compilation shall have.</param>
    /// <param name="meanwhile">Work that needs no names: a second thread does it while one joins the files. Left undone by a run that is cancelled.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public Compilation Join(IEnumerable<ModuleSymbol> modules, Action? meanwhile = null, CancellationToken cancellationToken = default)
    {
        compilation.Join([.. modules], meanwhile, cancellationToken);
        return compilation;
    }
}
