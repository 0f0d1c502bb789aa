using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Tells which exceptions leave a place in a function. Where a handler's classes are unknown, it catches everything.</summary>
internal sealed class ExceptionFlow(Compilation compilation)
{
    private static readonly ImmutableArray<string> Everything = ["builtins.BaseException"];
    private readonly ConcurrentDictionary<(string Type, string Caught), bool> known = new();

    /// <summary>The qualified name of the class of what a <c>raise</c> raises, or null when it is unknown.</summary>
    public string? GetRaised(Expression raised, Scope scope) => compilation.Evaluator.Evaluate(raised, scope) switch
    {
        { Kind: ValueKind.Class or ValueKind.Instance } value => value.Name,
        { Kind: ValueKind.External, Receiver: null } value when IsClassName(value.Name) => compilation.Knowledge.GetCanonicalName(value.Name),
        _ => null,
    };

    /// <summary>True when a handler around a place catches the exceptions of a class, and does not raise them again.</summary>
    public bool IsCaught(SyntaxNode place, FunctionSymbol function, string type)
    {
        var child = place;
        for (var parent = place.Parent; parent is not null && child != function.Node; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case Try attempt when child is Statement statement && attempt.Body.Contains(statement):
                    foreach (var handler in attempt.Handlers)
                        if (Catches(GetCaught(handler.Type, function), type)) return !RaisesAgain(handler.Body, handler.Name) || IsCaught(attempt, function, type);
                    break;
                case With with when child is Statement statement && with.Body.Contains(statement):
                    if (with.Items.Any(item => Suppresses(item.Value, function, type))) return true;
                    break;
            }
        }

        return false;
    }

    private bool Suppresses(Expression manager, FunctionSymbol function, string type)
    {
        if (manager is not Call call || compilation.Evaluator.GetQualifiedName(call.Function, ScopeOf(call, function)) is not ("contextlib.suppress" or "pytest.raises")) return false;
        return call.Arguments.Any(argument => Catches(GetCaught(argument, function), type));
    }

    private ImmutableArray<string> GetCaught(Expression? type, FunctionSymbol function)
    {
        if (type is null) return Everything;
        IEnumerable<Expression> classes = type is Syntax.Tuple tuple ? tuple.Elements : [type];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var @class in classes)
        {
            if (GetRaised(@class, ScopeOf(@class, function)) is not { } name) return Everything;
            names.Add(name);
        }

        return names.ToImmutable();
    }

    private bool Catches(ImmutableArray<string> caught, string type)
    {
        foreach (var name in caught)
            if (known.GetOrAdd((type, name), static (pair, flow) => flow.IsSubclass(pair.Type, pair.Caught), this)) return true;
        return false;
    }

    private bool IsSubclass(string type, string caught)
    {
        if (type == caught || caught == "builtins.BaseException") return true;
        if (compilation.FindSymbol(type) is ClassSymbol @class) return @class.IsSubclassOf(caught) || !@class.HasKnownBases || (caught == "builtins.Exception" && !@class.IsSubclassOf("builtins.BaseException"));
        if (compilation.Knowledge.IsClass(type)) return compilation.Knowledge.IsSubclassOf(type, caught);
        // the bases of a library's class are unknown: whatever may be one of them catches it
        return !caught.StartsWith("builtins.", StringComparison.Ordinal) || caught == "builtins.Exception";
    }

    private static bool RaisesAgain(ImmutableArray<Statement> body, string? name) => body.Any(statement => RaisesAgain(statement, name));

    private static bool RaisesAgain(SyntaxNode node, string? name) => node switch
    {
        Raise raise => raise.Exception is null || (raise.Exception is Name raised && raised.Identifier == name),
        FunctionDef or ClassDef or Lambda or Expression => false,
        _ => node.ChildNodes().Any(child => RaisesAgain(child, name)),
    };

    private static bool IsClassName(string name) => char.IsAsciiLetterUpper(name[name.LastIndexOf('.') + 1]);

    private static Scope ScopeOf(SyntaxNode node, FunctionSymbol function) => function.Module.SymbolTable.GetEnclosingScope(node);
}
