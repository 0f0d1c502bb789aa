using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>The first pass over a file: opens the scopes and notes what each does with its names, in CPython's order.</summary>
internal sealed partial class Binder : SyntaxWalker
{
    private readonly SyntaxTree tree;
    private readonly Dictionary<SyntaxNode, Scope> scopes = [];
    private readonly List<Statement> imports = [];
    private readonly HashSet<string> dottedStrings = new(StringComparer.Ordinal);
    private readonly bool hasFutureAnnotations;
    private Scope scope;
    private string? privatePrefix;
    private bool inIterationTarget;

    public Binder(SyntaxTree tree)
    {
        this.tree = tree;
        scope = new Scope(ScopeKind.Module, "top", tree.Root, parent: null);
        hasFutureAnnotations = HasFutureAnnotations(tree.Root);
    }

    public SymbolTable Bind()
    {
        scopes[tree.Root] = scope;
        VisitAll(tree.Root.Body);
        return new SymbolTable(tree, scope, scopes, imports, dottedStrings);
    }

    private static bool HasFutureAnnotations(Module module)
    {
        foreach (var statement in module.Body)
        {
            if (statement is ExpressionStatement { Value: Constant }) continue;
            if (statement is not ImportFrom { Module: "__future__" } import) return false;
            foreach (var alias in import.Names)
                if (alias.Name == "annotations") return true;
        }

        return false;
    }

    private void VisitAll<T>(System.Collections.Immutable.ImmutableArray<T> nodes) where T : SyntaxNode?
    {
        foreach (var node in nodes)
            if (node is not null) Visit(node);
    }

    private void VisitOptional(SyntaxNode? node)
    {
        if (node is not null) Visit(node);
    }

    private Scope Enter(ScopeKind kind, string name, SyntaxNode node, bool owned = true)
    {
        var entered = new Scope(kind, name, node, scope) { PrivatePrefix = privatePrefix, IsHidden = scope.IsHidden, MangledNames = kind == ScopeKind.Class ? null : scope.MangledNames };
        if (kind == ScopeKind.Annotation) entered.IsHidden = true;
        else scope.AddChild(entered);
        if (owned) scopes[node] = entered;
        scope = entered;
        return entered;
    }

    private void Exit() => scope = scope.Parent!;

    private Symbol Define(string name, SymbolFlags flags, SyntaxNode? binding)
    {
        var symbol = Note(scope, name, flags);
        if (binding is not null) symbol.AddBinding(binding);
        return symbol;
    }

    private Symbol Note(Scope target, string name, SymbolFlags flags)
    {
        var symbol = target.Declare(Mangle(name));
        symbol.Flags |= flags;
        if (inIterationTarget && target == scope) symbol.Flags |= SymbolFlags.ComprehensionTarget;
        if ((flags & SymbolFlags.DeclaredGlobal) != SymbolFlags.None) scope.Root.Declare(symbol.Name).Flags |= SymbolFlags.DeclaredGlobal;
        return symbol;
    }

    private string Mangle(string name) => scope.MangledNames?.Contains(name) == false ? name : NameMangling.Mangle(name, privatePrefix);

    protected override void VisitName(Name node)
    {
        if (node.Context == ExpressionContext.Load)
        {
            Note(scope, node.Identifier, SymbolFlags.Used);
            // the zero-argument form of super() finds its class in the __class__ cell (language reference §3.3.3.6)
            if (node.Identifier == "isinstance" && node.Parent is Call { Arguments: [Name, _] } test && test.Function == node) scope.AddTypeTest(test);
            if (node.Identifier == "super" && scope.IsFunctionLike) Note(scope, "__class__", SymbolFlags.Used);
            return;
        }

        Define(node.Identifier, SymbolFlags.Assigned, node.Context == ExpressionContext.Store ? node : null);
    }

    protected override void VisitConstant(Constant node)
    {
        if (node is { ConstantKind: ConstantKind.String, Text: { } text } && DottedString.IsOne(text)) dottedStrings.Add(text);
    }

    protected override void VisitAttribute(Syntax.Attribute node)
    {
        if (node is { Context: ExpressionContext.Store, Value: Name })
            for (var owner = scope; owner is { IsFunctionLike: true, StoresAttributes: false }; owner = owner.Parent) owner.StoresAttributes = true;
        Visit(node.Value);
    }

    protected override void VisitNamedExpression(NamedExpression node)
    {
        if (scope.IsComprehension && node.Target is Name target) ExtendToOuterScope(target);
        Visit(node.Value);
        Visit(node.Target);
    }

    /// <summary>A walrus in a comprehension binds in the nearest scope that is none (PEP 572).</summary>
    private void ExtendToOuterScope(Name target)
    {
        var outer = scope;
        while (outer.IsComprehension) outer = outer.Parent!;
        var name = target.Identifier;
        if (outer.Kind == ScopeKind.Module)
        {
            Note(scope, name, SymbolFlags.DeclaredGlobal);
            Note(outer, name, SymbolFlags.DeclaredGlobal);
        }
        else if (outer.IsFunctionBlock)
        {
            var isGlobal = outer.Find(Mangle(name)) is { } symbol && (symbol.Flags & SymbolFlags.DeclaredGlobal) != SymbolFlags.None;
            Note(scope, name, isGlobal ? SymbolFlags.DeclaredGlobal : SymbolFlags.DeclaredNonlocal);
            Note(outer, name, SymbolFlags.Assigned);
        }
    }

    protected override void VisitGlobal(Global node)
    {
        foreach (var name in node.Names) Note(scope, name, SymbolFlags.DeclaredGlobal);
    }

    protected override void VisitNonlocal(Nonlocal node)
    {
        foreach (var name in node.Names) Note(scope, name, SymbolFlags.DeclaredNonlocal);
    }

    protected override void VisitAlias(Alias node)
    {
        if (node.Name == "*") return;
        var name = node.AsName ?? node.Name;
        var dot = name.IndexOf('.');
        Define(dot < 0 ? name : name[..dot], SymbolFlags.Imported, node);
    }

    protected override void VisitYield(Yield node)
    {
        MarkGenerator();
        VisitOptional(node.Value);
    }

    protected override void VisitYieldFrom(YieldFrom node)
    {
        MarkGenerator();
        Visit(node.Value);
    }

    protected override void VisitReturn(Return node)
    {
        if (node.Value is null) return;
        scope.HasResult = true;
        Visit(node.Value);
    }

    private void MarkGenerator()
    {
        for (var owner = scope; owner is not null; owner = owner.Parent)
            if (owner.Kind is ScopeKind.Function or ScopeKind.Lambda)
            {
                owner.HasYield = true;
                return;
            }
    }

    protected override void VisitImport(Import node)
    {
        imports.Add(node);
        VisitAll(node.Names);
    }

    protected override void VisitImportFrom(ImportFrom node)
    {
        imports.Add(node);
        VisitAll(node.Names);
    }

    protected override void VisitExceptHandler(ExceptHandler node)
    {
        VisitOptional(node.Type);
        if (node.Name is not null) Define(node.Name, SymbolFlags.Assigned, node);
        VisitAll(node.Body);
    }

    protected override void VisitMatch(Match node)
    {
        if (node.Subject is Name) scope.AddTypeTest(node);
        DefaultVisit(node);
    }

    protected override void VisitMatchStar(MatchStar node)
    {
        if (node.Name is not null) Define(node.Name, SymbolFlags.Assigned, node);
    }

    protected override void VisitMatchAs(MatchAs node)
    {
        VisitOptional(node.Pattern);
        if (node.Name is not null) Define(node.Name, SymbolFlags.Assigned, node);
    }

    protected override void VisitMatchMapping(MatchMapping node)
    {
        VisitAll(node.Keys);
        VisitAll(node.Patterns);
        if (node.Rest is not null) Define(node.Rest, SymbolFlags.Assigned, node);
    }
}
