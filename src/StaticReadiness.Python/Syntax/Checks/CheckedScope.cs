namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>A scope while <see cref="SyntaxChecker"/> is inside it.</summary>
internal sealed class CheckedScope(CheckedScopeKind kind, SyntaxNode node, CheckedScope? parent)
{
    private ScopeNames? names;

    public CheckedScopeKind Kind => kind;

    public SyntaxNode Node => node;

    public CheckedScope? Parent => parent;

    /// <summary>Whether an <c>await</c> or an asynchronous comprehension made a comprehension asynchronous.</summary>
    public bool IsCoroutine { get; set; }

    public bool HasYield { get; set; }

    /// <summary>The first <c>return</c> with a value, wrong when the function turns out to be an asynchronous generator.</summary>
    public Return? ValueReturn { get; set; }

    /// <summary>Whether the scope stands in the iterable of a comprehension, where no walrus may be.</summary>
    public bool IsInIterable { get; set; } = parent?.IsInIterable ?? false;

    /// <summary>The names a comprehension's targets bind; kept only in files with a walrus.</summary>
    public List<string>? Targets { get; set; }

    /// <summary>The names that a walrus inside a comprehension binds.</summary>
    public List<string>? WalrusNames { get; set; }

    /// <summary>The names of the <c>global</c> and <c>nonlocal</c> statements so far.</summary>
    public List<string>? DeclaredNames { get; set; }

    /// <summary>The first block at the deepest level allowed: one level too deep in a generator or coroutine, which is itself a block.</summary>
    public SyntaxNode? DeepestBlock { get; set; }

    public bool IsFunction => kind is CheckedScopeKind.Function or CheckedScopeKind.AsyncFunction or CheckedScopeKind.Lambda;

    public bool IsComprehension => kind is CheckedScopeKind.Comprehension or CheckedScopeKind.Generator;

    /// <summary>The names the scope itself binds, uses and declares.</summary>
    public ScopeNames Names => names ??= ScopeNames.Read(node);

    /// <summary>The name of the class around the scope, which mangles private names, or null.</summary>
    public string? ClassName
    {
        get
        {
            for (var scope = this; scope is not null; scope = scope.Parent)
                if (scope.Node is ClassDef definition) return definition.Name;
            return null;
        }
    }
}
