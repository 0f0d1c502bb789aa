using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>Tells what validates or shapes data: schemas, serialisers, forms, and the decorators and methods that use them.</summary>
internal static class Schemas
{
    private static readonly FrozenSet<string> Modules = NamesOf("module");
    private static readonly FrozenSet<string> Words = NamesOf("word");
    private static readonly FrozenSet<string> InputDecorators = NamesOf("input");
    private static readonly FrozenSet<string> OutputDecorators = NamesOf("output");
    private static readonly FrozenSet<string> Checks = NamesOf("check");
    private static readonly FrozenSet<string> Dumps = NamesOf("dump");

    /// <summary>Whether a class describes data: its own name says so, or a base belongs to a library of schemas.</summary>
    public static bool IsSchema(ClassSymbol @class) => @class.Mro.Any(reference => IsInLibrary(reference.QualifiedName)) || @class.Decorators.Any(IsInLibrary);

    /// <summary>Whether a qualified name belongs to a library of schemas.</summary>
    public static bool IsInLibrary(string? qualifiedName)
    {
        if (qualifiedName is null) return false;
        for (var at = qualifiedName.LastIndexOf('.'); at > 0; at = qualifiedName.LastIndexOf('.', at - 1))
            if (Modules.Contains(qualifiedName[..at])) return true;
        return false;
    }

    /// <summary>Whether a call validates its arguments or the object it is made on.</summary>
    public static bool Validates(Call call, SemanticModel model)
    {
        if (call.Function.LastName() is not { } name) return false;
        if (Checks.Contains(name) || HasWord(name) || IdentifierWords.Split(name) is [var verb, ..] && verb is "validate" or "validated" or "clean" or "sanitize" or "check") return true;
        if (call.Function is Python.Syntax.Attribute { Value: var receiver } && receiver.LastName() is { } owner && HasWord(owner)) return true;
        return model.ResolveClass(call.Function) is { } made ? IsSchema(made) : IsInLibrary(model.GetQualifiedName(call.Function));
    }

    /// <summary>Whether a decorator validates what comes in.</summary>
    public static bool IsInputDecorator(Expression decorator) => NameOf(decorator) is { } name && (InputDecorators.Contains(name) || IdentifierWords.Split(name).Exists(word => word is "validate" or "schema" or "validated" or "validator" or "expects" or "args"));

    /// <summary>Whether a decorator shapes what goes out.</summary>
    public static bool IsOutputDecorator(Expression decorator) => decorator is Call && NameOf(decorator) is { } name && OutputDecorators.Contains(name);

    /// <summary>Whether a method's name says that it shapes what goes out.</summary>
    public static bool IsDump(string name) => Dumps.Contains(name);

    private static bool HasWord(string name) => IdentifierWords.Split(name) is [.., var last] && Words.Contains(last);

    private static string? NameOf(Expression decorator) => (decorator is Call call ? call.Function : decorator).LastName();

    private static FrozenSet<string> NamesOf(string kind) => EmbeddedTable.Read("schemas.tsv").Where(row => row[0] == kind).Select(row => row[1]).ToFrozenSet(StringComparer.Ordinal);
}
