using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>The scopes of one file, bound from that file alone.</summary>
public sealed class SymbolTable
{
    private readonly Dictionary<SyntaxNode, Scope> scopes;

    internal SymbolTable(SyntaxTree tree, Scope root, Dictionary<SyntaxNode, Scope> scopes, List<Statement> imports, IReadOnlySet<string> dottedStrings)
    {
        Imports = imports;
        DottedStrings = dottedStrings;
        Tree = tree;
        Root = root;
        this.scopes = scopes;
    }

    public SyntaxTree Tree { get; }

    /// <summary>The module's scope.</summary>
    public Scope Root { get; }

    /// <summary>The import statements anywhere in the file, in order of the source.</summary>
    public IReadOnlyList<Statement> Imports { get; }

    /// <summary>The strings that may name a module, or something in one.</summary>
    internal IReadOnlySet<string> DottedStrings { get; }

    /// <summary>The star imports at the top level, in order of the source.</summary>
    internal IEnumerable<ImportFrom> StarImports => Imports.OfType<ImportFrom>().Where(i => i.Names is [{ Name: "*" }]);

    public static SymbolTable Bind(SyntaxTree tree)
    {
        var binder = new Binder(tree);
        var table = binder.Bind();
        NameResolver.Resolve(table.Root);
        return table;
    }

    /// <summary>The scope that a class, function, lambda or comprehension opens (its body's), or null for other nodes.</summary>
    public Scope? GetScope(SyntaxNode node) => scopes.GetValueOrDefault(node);

    /// <summary>The scope in which a node is evaluated: for a default value or a decorator the one around the function.</summary>
    public Scope GetEnclosingScope(SyntaxNode node)
    {
        var child = node;
        for (var parent = node.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            // nearly all that stands around a node opens no scope
            if (parent.Kind is SyntaxKind.Attribute or SyntaxKind.Call or SyntaxKind.Assign or SyntaxKind.ExpressionStatement or SyntaxKind.If or SyntaxKind.Keyword or SyntaxKind.Return or SyntaxKind.Subscript or SyntaxKind.Tuple) continue;
            switch (parent)
            {
                case Parameter parameter when child is Expression:
                    // Parameter, Parameters, then the function or lambda: skip over its scope
                    var isAnnotation = child == parameter.Annotation;
                    var owner = parameter.Parent?.Parent;
                    if (owner is null) return Root;
                    if (isAnnotation && owner is FunctionDef { TypeParameters.Length: > 0 } generic) return scopes[generic].Parent!;
                    return GetEnclosingScope(owner);
                case FunctionDef function when scopes.TryGetValue(function, out var scope):
                    if (child is Statement or Parameters) return scope;
                    if (child is TypeParameter || child == function.Returns) return function.TypeParameters.Length > 0 ? scope.Parent! : GetEnclosingScope(function);
                    break;
                case ClassDef @class when scopes.TryGetValue(@class, out var scope):
                    if (child is Statement) return scope;
                    if (@class.TypeParameters.Length > 0 && !(child is Expression && @class.Decorators.Contains((Expression)child))) return scope.Parent!;
                    break;
                case TypeAlias alias when child == alias.Value || child is TypeParameter:
                    if (scopes.TryGetValue(alias, out var aliasScope)) return child is TypeParameter ? aliasScope.Parent! : aliasScope;
                    break;
                case Lambda or ListComp or SetComp or DictComp or GeneratorExp when scopes.TryGetValue(parent, out var scope):
                    if (!IsOutermostIterable(parent, child, node)) return scope;
                    break;
                case Module:
                    return Root;
            }
        }

        return Root;
    }

    private static bool IsOutermostIterable(SyntaxNode owner, SyntaxNode child, SyntaxNode node)
    {
        if (child is not Comprehension comprehension || owner.FirstGenerator() != comprehension) return false;
        return node.Start >= comprehension.Iterable.Start && node.End <= comprehension.Iterable.End;
    }
}
