using System.Text.Encodings.Web;
using System.Text.Json;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Dev.Dumping;

/// <summary>Writes the scopes of a file as JSON in the terms of CPython's <c>symtable</c> module.</summary>
internal static class ScopeDump
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4000 };

    public static byte[] Write(SyntaxTree tree, bool isIndented)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options with { Indented = isIndented })) Write(SymbolTable.Bind(tree).Root, tree, writer);
        return stream.ToArray();
    }

    private static void Write(Scope scope, SyntaxTree tree, Utf8JsonWriter writer)
    {
        var children = GetChildren(scope).ToArray();
        writer.WriteStartObject();
        writer.WriteString("type", GetTypeName(scope.Kind));
        writer.WriteString("name", scope.Name);
        writer.WriteNumber("line", scope.Kind == ScopeKind.Module ? 0 : tree.Text.GetLineIndex(scope.Node.Start) + 1);
        writer.WriteStartObject("symbols");
        foreach (var symbol in scope.Symbols.OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            writer.WriteStartArray(symbol.Name);
            foreach (var flag in GetFlags(symbol, children)) writer.WriteStringValue(flag);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("children");
        foreach (var child in children) Write(child, tree, writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>CPython puts the scopes in an inlined comprehension in its place.</summary>
    private static IEnumerable<Scope> GetChildren(Scope scope) => scope.Children.SelectMany(child => child.IsInlined ? GetChildren(child) : [child]);

    private static string GetTypeName(ScopeKind kind) => kind switch
    {
        ScopeKind.Module => "module",
        ScopeKind.Class => "class",
        ScopeKind.TypeParameters => "type parameters",
        ScopeKind.TypeAlias => "type alias",
        ScopeKind.TypeVariable => "type variable",
        ScopeKind.Annotation => "annotation",
        _ => "function",
    };

    private static IEnumerable<string> GetFlags(Symbol symbol, Scope[] children)
    {
        var isGlobalHere = symbol.Scope.Kind == ScopeKind.Module && symbol.IsBound;
        if (symbol.Resolution is NameResolution.GlobalExplicit or NameResolution.GlobalImplicit || isGlobalHere) yield return "global";
        if (symbol.Resolution is NameResolution.Local or NameResolution.Cell || isGlobalHere) yield return "local";
        if (symbol.Resolution == NameResolution.Free) yield return "free";
        if (symbol.Flags.HasFlag(SymbolFlags.Parameter)) yield return "parameter";
        if (symbol.Flags.HasFlag(SymbolFlags.Imported)) yield return "imported";
        if (symbol.Flags.HasFlag(SymbolFlags.Assigned)) yield return "assigned";
        if (symbol.Flags.HasFlag(SymbolFlags.Used)) yield return "referenced";
        if (children.Any(child => child.Name == symbol.Name)) yield return "namespace";
        if (symbol.Flags.HasFlag(SymbolFlags.DeclaredNonlocal)) yield return "nonlocal";
        if (symbol.Resolution == NameResolution.GlobalExplicit) yield return "declared_global";
        if (symbol.Flags.HasFlag(SymbolFlags.Annotated)) yield return "annotated";
    }
}
