using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>All files of one project bound together: its modules, classes, functions and their calls.</summary>
public sealed class Compilation
{
    private readonly ModuleIndex index = new();
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Lazy<CallGraph> callGraph;
    private readonly Lazy<OverrideIndex> overrides;
    private readonly Lazy<FunctionSummaries> summaries;
    private CancellationToken cancellationToken;

    internal Compilation(LibraryKnowledge knowledge)
    {
        Knowledge = knowledge;
        Evaluator = new Evaluator(this);
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
    public int Jobs { get; internal init; }

    /// <summary>Whether the call graph holds what tests call, also where no other code calls them.</summary>
    internal bool IncludesCallsOfTests { get; init; }

    /// <summary>Binds the files of a project; see <see cref="CompilationBuilder"/>.</summary>
    /// <param name="trees">The parsed files.</param>
    /// <param name="sourceRoots">The folders that modules are imported from, relative to the repository's root; empty for the root itself.</param>
    /// <param name="knowledge">What is known about libraries.</param>
    /// <param name="isTest">Tells files of tests; none are when it is null.</param>
    /// <param name="includesCallsOfTests">Whether the call graph holds what tests call, also where no other code calls them.</param>
    public static Compilation Create(
        IEnumerable<SyntaxTree> trees, IReadOnlyList<string> sourceRoots, LibraryKnowledge knowledge, Func<SyntaxTree, bool>? isTest = null, bool includesCallsOfTests = false)
    {
        var builder = new CompilationBuilder(sourceRoots, knowledge, includesCallsOfTests: includesCallsOfTests);
        var files = trees.ToArray();
        var modules = new ModuleSymbol[files.Length];
        ParallelWork.Run(files.Length, jobs: 0, () => i => modules[i] = builder.Bind(files[i], isTest?.Invoke(files[i]) == true), CancellationToken.None);
        return builder.Join(modules);
    }

    public SemanticModel GetSemanticModel(SyntaxTree tree) =>
        models.TryGetValue(tree, out var model) ? model : throw new ArgumentException($"`{tree.Path}` is no file of this compilation", nameof(tree));

    /// <summary>The project's module of a dotted name, or null.</summary>
    public ModuleSymbol? FindModule(string name) => index.Find(name, importer: null);

    /// <summary>The module that a file gets when it imports the name, or null when the project has none.</summary>
    public ModuleSymbol? FindModule(string name, ModuleSymbol importer) => index.Find(name, importer);

    /// <summary>The module, class or function of a qualified name such as <c>shop.cart.Cart.total</c>, or null.</summary>
    public DeclaredSymbol? FindSymbol(string qualifiedName)
    {
        var name = qualifiedName[(qualifiedName.LastIndexOf('.') + 1)..];
        for (var dot = qualifiedName.LastIndexOf('.'); dot > 0; dot = qualifiedName.LastIndexOf('.', dot - 1))
            if (FindIn(index.Named(qualifiedName[..dot]), name, qualifiedName) is { } found) return found;
        return index.Named(qualifiedName).FirstOrDefault();
    }

    internal string? FindScriptFolder(string path) => index.FindScriptFolder(path);

    internal bool IsPackage(string name) => index.IsPackage(name);

    /// <summary>Takes the bound files and joins them; once.</summary>
    internal void Join(ImmutableArray<ModuleSymbol> modules, Action? meanwhile, CancellationToken token)
    {
        cancellationToken = token;
        Modules = modules;
        Action[] last = meanwhile is null ? [JoinNames] : [JoinNames, meanwhile];
        ParallelWork.Run(last.Length, Jobs, () => i => last[i](), token);
    }

    /// <summary>
    /// Works out what files need of each other, one after the other: values that depend on each other in a circle
    /// depend on where one starts, and the start must not be left to the threads.
    /// </summary>
    private void JoinNames()
    {
        foreach (var module in Modules)
        {
            index.Add(module);
            models[module.Tree] = new SemanticModel(this, module);
        }

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

    // a function wins over a class of its name, the last one over those before it
    private static DeclaredSymbol? FindIn(IReadOnlyList<ModuleSymbol> modules, string name, string qualifiedName)
    {
        for (var i = modules.Count - 1; i >= 0; i--)
        {
            var functions = modules[i].Functions;
            for (var j = functions.Length - 1; j >= 0; j--)
                if (functions[j].Name == name && functions[j].QualifiedName == qualifiedName && !functions[j].IsLambda) return functions[j];
        }

        foreach (var module in modules)
            foreach (var @class in module.Classes)
                if (@class.Name == name && @class.QualifiedName == qualifiedName) return @class;
        return null;
    }
}
