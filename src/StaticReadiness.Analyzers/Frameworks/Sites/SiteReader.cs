using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;
using Tuple = StaticReadiness.Python.Syntax.Tuple;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>Turns expressions into values; of names it notes what the file alone knows.</summary>
/// <param name="symbols">The scopes of the file.</param>
/// <param name="locals">Where the values of functions' variables that are met are put.</param>
internal sealed class SiteReader(SymbolTable symbols, Dictionary<string, SiteValue> locals)
{
    private const int Deepest = 40;

    // no list of routes or of settings is that long; tables of data are
    private const int MostNodes = 8000;

    private int left;

    // that of all names in an expression: what has a scope of its own, lambdas and comprehensions, is not read
    private Scope scope = symbols.Root;

    /// <summary>The value of an expression; parts that lie too deep or are too many are left out.</summary>
    public SiteValue Read(Expression expression)
    {
        left = MostNodes;
        scope = symbols.GetEnclosingScope(expression);
        return Read(expression, 0);
    }

    /// <summary>The header <c>class View(HTTPMethodView, attach=app, uri="/x")</c> as the decorator <c>@app.attach(uri="/x")</c> that it stands for.</summary>
    public SiteCall ReadAttachment(ClassDef view, Keyword attach)
    {
        var function = Of(SiteValueKind.Attribute, attach.Value, attach.Name, Read(attach.Value));
        var others = view.Keywords.Where(keyword => keyword != attach).ToList();
        SiteValue[] parts = [function, .. others.Select(keyword => Read(keyword.Value))];
        return new SiteCall(new SiteValue(SiteValueKind.Call, view.NameSpan.Start, view.NameSpan.End, Parts: parts, Keywords: others.Count == 0 ? null : [.. others.Select(keyword => keyword.Name)]), Decorated: view.Start);
    }

    /// <summary>The attribute that a name stands for where its only assignment gives it one: <c>router = app.router</c>.</summary>
    public Attribute? FindAlias(Expression expression) =>
        expression is Name name && Find(name) is { Bindings: [Name { Parent: Assign { Targets.Length: 1, Value: Attribute value } }] } ? value : null;

    public Symbol? Find(Name name) => symbols.GetEnclosingScope(name).Lookup(name.Identifier);

    /// <summary>The dotted name that an absolute import of the file gives a name, or null.</summary>
    public string? ImportOf(Name name) => Find(name)?.Resolve() is { Bindings: [Alias alias, ..] } ? ImportOf(alias) : null;

    private SiteValue Read(Expression expression, int depth)
    {
        if (depth > Deepest || left-- <= 0) return Of(SiteValueKind.Other, expression);
        return expression switch
        {
            Name name => Of(SiteValueKind.Name, name, name.Identifier) with { Binding = BindingOf(name, depth) },
            Attribute attribute => Of(SiteValueKind.Attribute, attribute, attribute.Name, Read(attribute.Value, depth + 1)),
            Constant constant => Of(KindOf(constant.ConstantKind), constant, constant.Text),
            Call call => ReadCall(call, depth),
            List or Tuple or Set => ReadAll(expression is List ? SiteValueKind.List : expression is Tuple ? SiteValueKind.Tuple : SiteValueKind.Set, expression, expression.Elements(), depth),
            Dict dict => ReadDict(dict, depth),
            BinOp { Operator: BinaryOperator.Add } sum => ReadAll(SiteValueKind.Sum, sum, Terms(sum), depth),
            JoinedStr joined => ReadAll(SiteValueKind.Joined, joined, joined.Values, depth),
            FormattedValue formatted => Of(SiteValueKind.Formatted, formatted, null, Read(formatted.Value, depth + 1)),
            Starred starred => Of(SiteValueKind.Starred, starred, null, Read(starred.Value, depth + 1)),
            Await wait => Of(SiteValueKind.Await, wait, null, Read(wait.Value, depth + 1)),
            _ => Of(SiteValueKind.Other, expression),
        };
    }

    private static SiteValue Of(SiteValueKind kind, SyntaxNode node, string? text = null, params SiteValue[] parts) =>
        new(kind, node.Start, node.End, text, parts.Length == 0 ? null : parts);

    private static SiteValueKind KindOf(ConstantKind kind) => kind switch
    {
        ConstantKind.String => SiteValueKind.String,
        ConstantKind.Integer => SiteValueKind.Integer,
        ConstantKind.True => SiteValueKind.True,
        ConstantKind.False => SiteValueKind.False,
        ConstantKind.None => SiteValueKind.None,
        _ => SiteValueKind.Literal,
    };

    private SiteValue ReadAll(SiteValueKind kind, Expression node, ImmutableArray<Expression> parts, int depth) =>
        parts.Length > left ? Of(SiteValueKind.Other, node) : Of(kind, node, null, [.. parts.Select(part => Read(part, depth + 1))]);

    private SiteValue ReadCall(Call call, int depth)
    {
        SiteValue[] parts = [Read(call.Function, depth + 1), .. call.Arguments.Select(argument => Read(argument, depth + 1)), .. call.Keywords.Select(keyword => Read(keyword.Value, depth + 1))];
        return new SiteValue(SiteValueKind.Call, call.Start, call.End, Parts: parts, Keywords: call.Keywords.IsEmpty ? null : [.. call.Keywords.Select(keyword => keyword.Name)]);
    }

    private SiteValue ReadDict(Dict dict, int depth)
    {
        if (dict.Keys.Length > left) return Of(SiteValueKind.Other, dict);
        var parts = new SiteValue[dict.Keys.Length * 2];
        for (var i = 0; i < dict.Keys.Length; i++)
        {
            parts[2 * i] = dict.Keys[i] is { } key ? Read(key, depth + 1) : Of(SiteValueKind.Starred, dict.Values[i]);
            parts[(2 * i) + 1] = Read(dict.Values[i], depth + 1);
        }

        return Of(SiteValueKind.Dict, dict, null, parts);
    }

    // `a + b + c` leans to the left, however long it is
    private static ImmutableArray<Expression> Terms(BinOp sum)
    {
        var terms = new Stack<Expression>();
        Expression left = sum;
        for (; left is BinOp { Operator: BinaryOperator.Add } inner; left = inner.Left) terms.Push(inner.Right);
        terms.Push(left);
        return [.. terms];
    }

    private NameBinding? BindingOf(Name name, int depth)
    {
        if (scope.Lookup(name.Identifier) is not { } symbol) return null;
        var import = symbol.Resolve() is { Bindings: [Alias alias, ..] } ? ImportOf(alias) : null;
        var form = symbol.IsParameter ? NameForm.Parameter : symbol.Bindings.Any(IsLooped) ? NameForm.LoopVariable : (NameForm?)null;
        if (symbol.Scope.Node is not FunctionDef function) return import is null && form is null ? null : new NameBinding(null, import, form);
        var local = $"{function.Start}:{symbol.Name}";
        if (symbol.Bindings is [Name { Parent: Assign assigned }] && !locals.ContainsKey(local))
        {
            // noted before it is read, since it may name itself
            locals[local] = Of(SiteValueKind.Other, assigned.Value);
            var outer = scope;
            scope = symbols.GetEnclosingScope(assigned.Value);
            locals[local] = Read(assigned.Value, depth + 1);
            scope = outer;
        }

        return new NameBinding(local, import, form);
    }

    private static bool IsLooped(SyntaxNode binding) => binding.Ancestors().TakeWhile(node => node is Expression or For).Any(node => node is For);

    private static string? ImportOf(Alias alias) => alias.Parent switch
    {
        Import => alias.AsName is null && alias.Name.IndexOf('.') is var dot and > 0 ? alias.Name[..dot] : alias.Name,
        ImportFrom { Level: 0, Module: { } module } => $"{module}.{alias.Name}",
        _ => null,
    };
}
