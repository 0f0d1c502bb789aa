using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Dependencies;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>Tells by names and shape which places of a file may tell a framework something.</summary>
internal static class SiteShape
{
    private const int LongestText = 30_000;

    /// <summary>The functions that declare a dependency.</summary>
    public static readonly FrozenSet<string> Dependencies = FrozenSet.Create("Depends", "Security", "Provide");

    /// <summary>The decorators of REST framework that give a view set routes of its own.</summary>
    public static readonly FrozenSet<string> Actions = FrozenSet.Create("action", "detail_route", "list_route");

    /// <summary>The last names of what is called: constructors, functions and test clients.</summary>
    public static readonly FrozenSet<string> Functions = FrameworkTables.Objects.Keys
        .Concat(FrameworkTables.Functions.Where(rows => rows.Any(row => !row.IsDecorator)).Select(rows => rows.Key))
        .Concat(FrameworkTables.TestClients.Keys).Select(FrameworkTables.LastName).Concat(Dependencies).ToFrozenSet();

    public static readonly FrozenSet<string> Decorators = FrameworkTables.Functions.Where(rows => rows.Any(row => row.IsDecorator)).Select(rows => FrameworkTables.LastName(rows.Key))
        .Concat(Actions).Append("view_defaults").ToFrozenSet();

    private static readonly FrozenSet<string> Methods = FrameworkTables.Methods.Where(rows => rows.Any(row => !row.IsDecorator)).Select(rows => rows.Key).ToFrozenSet();

    private static readonly FrozenSet<string> DecoratingMethods = FrameworkTables.Methods.Where(rows => rows.Any(row => row.IsDecorator)).Select(rows => rows.Key).ToFrozenSet();

    private static readonly ImmutableArray<ImmutableArray<string>> MethodWords = [.. Methods.Select(name => IdentifierWords.Split(name).ToImmutableArray()).Where(words => words.Length > 1)];

    private static readonly FrozenSet<string> FirstWords = MethodWords.Select(words => words[0]).ToFrozenSet();

    /// <summary>Whether a call that is no decorator may register something, make an application or hand one on to a base class.</summary>
    public static bool MayMatter(Call call, string last, SiteReader reader)
    {
        if (Functions.Contains(last) && (char.IsAsciiLetterUpper(last[0]) || MayBelongToModule(call.Function, reader))) return true;
        if (last == "register") return call is { Function: Attribute, Arguments.IsEmpty: false };
        if (last == "__init__") return call.FirstAncestor<FunctionDef>() is { Name: "__init__" } && (call.Arguments.Length > 0 || call.Keywords.Length > 0);
        if (Methods.Contains(last) && (reader.FindAlias(call.Function) ?? call.Function as Attribute) is { } method && IsMethod(method, isDecorator: false, reader)) return true;
        if (IsNamedLikeMethod(last)) return call.Function is Attribute;
        return char.IsAsciiLetterUpper(last[0]) && IsPossibleClass(call, last, reader);
    }

    public static bool IsDecoratingMethod(Attribute method, SiteReader reader) => DecoratingMethods.Contains(method.Name) && IsMethod(method, isDecorator: true, reader);

    /// <summary>Whether a name is that of a method with words put in, as helpers around it have: <c>add_team_resource</c> of <c>add_resource</c>.</summary>
    public static bool IsNamedLikeMethod(string name)
    {
        if (name.IndexOf('_') is not (var end and > 0) || !FirstWords.Contains(name[..end]) || Methods.Contains(name)) return false;
        var words = IdentifierWords.Split(name);
        foreach (var method in MethodWords)
            if (ContainsAll(words, method)) return true;
        return false;
    }

    private static bool ContainsAll(List<string> words, ImmutableArray<string> wanted)
    {
        foreach (var word in wanted)
            if (!words.Contains(word)) return false;
        return true;
    }

    /// <summary>Whether the name of a call speaks of errors and it is given variables.</summary>
    public static bool IsHandedOn(Call call, string last) =>
        (last.Contains("error", StringComparison.OrdinalIgnoreCase) || last.Contains("exception", StringComparison.OrdinalIgnoreCase))
        && call.Arguments.Any(argument => argument is Name) && SpeaksOfErrors(last);

    public static bool SpeaksOfErrors(string name) => IdentifierWords.Split(name).Any(word => word is "exception" or "exceptions" or "error" or "errors" or "errorhandler");

    /// <summary>The variable that a value is put into, also through an annotated assignment or a <c>with</c> item.</summary>
    public static Expression? TargetOf(Expression value) => value.Parent switch
    {
        Assign { Targets: [var target, ..] } => target,
        AnnAssign assign => assign.Target,
        NamedExpression named => named.Target,
        WithItem item => item.Target,
        Await wait => TargetOf(wait),
        _ => null,
    };

    public static Expression? ConfiguredValue(Constant key) => key.Parent switch
    {
        Dict dict when dict.Keys.IndexOf(key) is var index and >= 0 => dict.Values[index],
        Subscript { Parent: Assign assign } => assign.Value,
        _ => null,
    };

    /// <summary>Whether a value is a table of data or a number that is no status, which nothing is told to a framework by.</summary>
    public static bool IsData(Expression value) => value switch
    {
        Dict => value.End - value.Start > LongestText,
        List or Python.Syntax.Tuple or Set => value.End - value.Start > LongestText && value.Elements() is [not (Call or Name or Attribute), ..],
        Constant { ConstantKind: ConstantKind.Integer } number => number.Text is not { Length: 3 },
        Constant { StringValue: { } text } => text.Length > LongestText,
        _ => false,
    };

    public static IEnumerable<Expression> PatternLists(Statement statement) => statement switch
    {
        Assign { Targets: [Name { Identifier: "urlpatterns" }] } assign => [assign.Value],
        AnnAssign { Target: Name { Identifier: "urlpatterns" }, Value: { } value } => [value],
        AugAssign { Target: Name { Identifier: "urlpatterns" } } assign => [assign.Value],
        ExpressionStatement { Value: Call { Function: Attribute { Name: "extend", Value: Name { Identifier: "urlpatterns" } }, Arguments: [var more] } } => [more],
        If choice => choice.Body.Concat(choice.OrElse).SelectMany(PatternLists),
        _ => [],
    };

    // a loop and no lambda: one that captures would be made for every call of a file
    private static bool IsMethod(Attribute method, bool isDecorator, SiteReader reader)
    {
        foreach (var row in FrameworkTables.Methods[method.Name])
            if (row.IsDecorator == isDecorator && Fits(row, method, reader)) return true;
        return false;
    }

    // `app.router.add_get`: the method belongs to an attribute of the application
    private static bool Fits(FrameworkRegistration row, Attribute method, SiteReader reader) =>
        row.Name.IndexOf('.') is var dot && (dot < 0 || (reader.FindAlias(method.Value) ?? method.Value as Attribute) is { } owner && row.Name.AsSpan(0, dot).SequenceEqual(owner.Name));

    // `get` is a function of aiohttp and of Bottle, and a method of every dictionary
    private static bool MayBelongToModule(Expression function, SiteReader reader)
    {
        while (function is Attribute attribute) function = attribute.Value;
        return function is Name name && (reader.Find(name) is not { } symbol || symbol.IsImported || symbol.Bindings is [Name { Parent: Assign { Value: Name or Attribute } }])
            || function is not Name;
    }

    // `Flower(handlers=…)` creates an application when the project's class derives from the framework's; what is raised or listed does not
    private static bool IsPossibleClass(Call call, string last, SiteReader reader)
    {
        if (call.Parent is Raise or List or Python.Syntax.Tuple or Set or Dict || last.EndsWith("Error", StringComparison.Ordinal) || last.EndsWith("Exception", StringComparison.Ordinal)) return false;
        var root = call.Function;
        while (root is Attribute attribute) root = attribute.Value;
        if (root is not Name name) return false;
        return reader.ImportOf(name) is not { } import || FrameworkTables.RootOf(import) is var top && !FrameworkTables.Roots.Contains(top) && !StandardLibrary.Contains(top);
    }
}
