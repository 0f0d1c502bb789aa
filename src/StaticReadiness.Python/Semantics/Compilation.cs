using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>All files of one project bound together: its modules, classes, functions and their calls.</summary>
public sealed class Compilation
{
    private readonly ModuleIndex index = new();
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Lazy<Dictionary<string, DeclaredSymbol>> symbols;
    private readonly Lazy<CallGraph> callGraph;
    private readonly Lazy<OverrideIndex> overrides;
    private readonly Lazy<FunctionSummaries> summaries;
    private CancellationToken cancellationToken;

    private Compilation(LibraryKnowledge knowledge)
    {
        Knowledge = knowledge;
        Evaluator = new Evaluator(this);
        symbols = new(IndexSymbols);
        callGraph = new(() => CallGraph.Create(this, cancellationToken));
        overrides = new(() => new OverrideIndex(Modules));
        summaries = new(() => new FunctionSummaries(this, cancellationToken));
    }

    public LibraryKnowledge Knowledge { get; }

    /// <summary>The modules in the order of the trees.</summary>
    public ImmutableArray<ModuleSymbol> Modules { get; private set; } = [];

    /// <summary>Who calls whom; computed at the first use.</summary>
    public CallGraph CallGraph => callGraph.Value;

    /// <summary>What running each function does; computed at the first use.</summary>
    public FunctionSummaries Summaries => summaries.Value;

    internal Evaluator Evaluator { get; }

    /// <summary>What stands in the place of abstract methods; computed at the first use.</summary>
    internal OverrideIndex Overrides => overrides.Value;

    /// <summary>The number of threads that work on it; 0 for one a processor.</summary>
    public int Jobs { get; private init; }

    /// <summary>Whether the call graph holds what tests call, also where no other code calls them.</summary>
    internal bool IncludesCallsOfTests { get; private init; }

    /// <summary>Binds the files of a project.</summary>
    /// <param name="trees">The parsed files.</param>
    /// <param name="sourceRoots">The folders that modules are imported from, relative to the repository's root; empty for the root itself.</param>
    /// <param name="knowledge">What is known about libraries.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <param name="jobs">The number of threads; 0 for one a processor.</param>
    /// <param name="isTest">Tells files of tests; none are when it is null.</param>
    /// <param name="meanwhile">Work that needs no names: a second thread does it while one joins the files. Left undone by a run that is cancelled.</param>
    /// <param name="includesCallsOfTests">Whether the call graph holds what tests call, also where no other code calls them.</param>
    public static Compilation Create(
        IEnumerable<SyntaxTree> trees, IReadOnlyList<string> sourceRoots, LibraryKnowledge knowledge, CancellationToken cancellationToken = default, int jobs = 0, Func<SyntaxTree, bool>? isTest = null, Action? meanwhile = null, bool includesCallsOfTests = false)
    {
        var compilation = new Compilation(knowledge) { cancellationToken = cancellationToken, Jobs = jobs, IncludesCallsOfTests = includesCallsOfTests };
        var files = trees.ToArray();
        var modules = new ModuleSymbol[files.Length];
        var names = new ImmutableArray<string>[files.Length];
        ParallelWork.Run(files.Length, jobs, () => BindOne, cancellationToken);
        for (var i = 0; i < modules.Length; i++)
        {
            compilation.index.Add(modules[i], names[i]);
            compilation.models[files[i]] = new SemanticModel(compilation, modules[i]);
        }

        compilation.Modules = ImmutableArray.Create(modules);
        Action[] last = meanwhile is null ? [compilation.Join] : [compilation.Join, meanwhile];
        ParallelWork.Run(last.Length, jobs, () => i => last[i](), cancellationToken);
        return compilation;

        void BindOne(int i)
        {
            var summary = ModuleSummary.Create(files[i]);
            names[i] = ModuleIndex.GetNames(files[i].Path, sourceRoots);
            modules[i] = new ModuleSymbol(compilation, names[i][0], files[i], summary) { IsTest = isTest?.Invoke(files[i]) == true };
            DeclarationBuilder.Build(modules[i]);
            // seen from the file alone, so that joining, which is one thread's, finds it ready
            foreach (var @class in modules[i].Classes) _ = @class.Attributes;
        }
    }

    public SemanticModel GetSemanticModel(SyntaxTree tree) =>
        models.TryGetValue(tree, out var model) ? model : throw new ArgumentException($"`{tree.Path}` is no file of this compilation", nameof(tree));

    /// <summary>The project's module of a dotted name, or null.</summary>
    public ModuleSymbol? FindModule(string name) => index.Find(name, importingPath: null);

    /// <summary>The module that a file gets when it imports the name, or null when the project has none.</summary>
    public ModuleSymbol? FindModule(string name, ModuleSymbol importer) => index.Find(name, importer.Tree.Path);

    /// <summary>The module, class or function of a qualified name such as <c>shop.cart.Cart.total</c>, or null.</summary>
    public DeclaredSymbol? FindSymbol(string qualifiedName) => symbols.Value.GetValueOrDefault(qualifiedName);

    internal bool IsPackage(string name) => index.IsPackage(name);

    /// <summary>
    /// Works out what files need of each other, one after the other: values that depend on each other in a circle
    /// depend on where one starts, and the start must not be left to the threads.
    /// </summary>
    private void Join()
    {
        foreach (var module in Modules)
            foreach (var @class in module.Classes) _ = @class.Mro;
        foreach (var module in Modules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var function in module.Functions)
            {
                _ = function.Decorators;
                _ = Evaluator.GetReturn(function, receiver: null);
            }

            foreach (var @class in module.Classes)
                foreach (var attribute in @class.Attributes.Keys) Evaluator.FindOwnMember(@class, attribute);
        }
    }

    private Dictionary<string, DeclaredSymbol> IndexSymbols()
    {
        var found = new Dictionary<string, DeclaredSymbol>(StringComparer.Ordinal);
        foreach (var module in Modules)
        {
            found.TryAdd(module.QualifiedName, module);
            foreach (var @class in module.Classes) found.TryAdd(@class.QualifiedName, @class);
            foreach (var function in module.Functions)
                if (!function.IsLambda) found[function.QualifiedName] = function;
        }

        return found;
    }
}
