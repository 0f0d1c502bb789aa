using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Tells the values a function has compared with what it allows before it uses them.</summary>
internal static class CheckedValues
{
    /// <summary>Whether nothing but allowed values gets to where a name is used: a test before it ends the function, or a test around it asks for them.</summary>
    public static bool IsChecked(Expression value, SyntaxNode use) => value is Name name && use.EnclosingFunction() is { } function
        && (use.Ancestors().OfType<If>().Any(choice => choice.Body.Any(statement => Contains(statement, use)) && Admits(choice.Test, name.Identifier, isRefusal: false))
            || function.Body.DescendantsInScope().OfType<If>().Any(guard => guard.End < use.Start && (guard.Body[^1] is Raise or Return or Continue || Replaces(guard.Body[^1], name.Identifier)) && Admits(guard.Test, name.Identifier, isRefusal: true))
            || IsFoundInCatalogue(name.Identifier, function, use) || IsKnownKey(name.Identifier, function, use));

    // `if order not in allowed: order = "name"`
    private static bool Replaces(Statement statement, string name) => statement is Assign { Targets: [Name target], Value: Constant } && target.Identifier == name;

    private static bool Contains(Statement statement, SyntaxNode use) => statement.Start <= use.Start && use.End <= statement.End;

    // `if name not in allowed: raise`, `if not name.isidentifier(): raise`, `if not PATTERN.fullmatch(name): return`
    private static bool Admits(Expression test, string name, bool isRefusal) => test switch
    {
        Compare { Left: Name left, Operators: [var comparison] } => left.Identifier == name && comparison == (isRefusal ? ComparisonOperator.NotIn : ComparisonOperator.In),
        BoolOp { Operator: BoolOperator.Or } either when isRefusal => either.Values.Any(value => Admits(value, name, isRefusal)),
        BoolOp { Operator: BoolOperator.And } both when !isRefusal => both.Values.Any(value => Admits(value, name, isRefusal)),
        UnaryOp { Operator: UnaryOperator.Not, Operand: var inner } when isRefusal => Asks(inner, name),
        _ => !isRefusal && Asks(test, name),
    };

    private static bool Asks(Expression test, string name) => test is Call { Function: Attribute { Name: var method, Value: var owner } } call && method switch
    {
        "isidentifier" or "isalnum" or "isdigit" or "isdecimal" or "isnumeric" => owner is Name asked && asked.Identifier == name,
        "fullmatch" or "match" => call.Arguments.Any(argument => argument is Name given && given.Identifier == name),
        _ => false,
    };

    // A table that the database's own catalogue was asked for, and that is answered 404 where it does not stand, exists under that name.
    private static bool IsFoundInCatalogue(string name, FunctionDef function, SyntaxNode use) =>
        function.Body.DescendantsInScope().OfType<Call>().Any(call => call.End < use.Start && call.Arguments.Any(argument => Names(argument, name))
            && call.Arguments.SelectMany(argument => argument.DescendantsAndSelf()).Any(node => node is Constant { StringValue: { } text } && (text.Contains("information_schema", StringComparison.OrdinalIgnoreCase) || text.Contains("sqlite_master", StringComparison.Ordinal))))
        && function.Body.DescendantsInScope().OfType<If>().Any(guard => guard.End < use.Start && guard.Body[^1] is Raise or Return && guard.Test is UnaryOp { Operator: UnaryOperator.Not });

    // `upload = session.scalar(select(Upload).where(Upload.id == key))` and `if not upload: raise`: what comes after is one of the keys that are stored.
    private static bool IsKnownKey(string name, FunctionDef function, SyntaxNode use) =>
        function.Body.DescendantsInScope().OfType<Assign>().Any(assign => assign.End < use.Start && assign.Targets is [Name found] && assign.Value.DescendantsAndSelf().Any(node => IsComparedWith(node, name))
            && function.Body.DescendantsInScope().OfType<If>().Any(guard => guard.Start > assign.Start && guard.End < use.Start && AsksWhetherMissing(guard.Test, found.Identifier) && Ends(guard.Body)));

    private static bool IsComparedWith(SyntaxNode node, string name) => node switch
    {
        Compare { Operators: [ComparisonOperator.Eq], Comparators: [var other] } compare => compare.Left is Attribute && other is Name given && given.Identifier == name && compare.Ancestors().TakeWhile(outer => outer is Expression).Any(outer => outer is Call { Function: var asked } && asked.LastName() is "where" or "filter"),
        Keyword { Name: "id" or "pk", Value: Name given, Parent: Call { Function: var asked } } => given.Identifier == name && asked.LastName() is "filter_by" or "filter" or "get",
        _ => false,
    };

    private static bool AsksWhetherMissing(Expression test, string name) => test switch
    {
        UnaryOp { Operator: UnaryOperator.Not, Operand: Name missing } => missing.Identifier == name,
        Compare { Left: Name missing, Operators: [ComparisonOperator.Is], Comparators: [var none] } => missing.Identifier == name && none.IsNone(),
        _ => false,
    };

    // Another look under the same key may come between.
    private static bool Ends(IReadOnlyList<Statement> body) => body[^1] is Raise or Return || body[^1] is If { Test: UnaryOp { Operator: UnaryOperator.Not } or Compare { Operators: [ComparisonOperator.Is] } } inner && inner.Body[^1] is Raise or Return;

    private static bool Names(Expression parameters, string name) => parameters.Elements().Concat(parameters is Dict dict ? dict.Values : []).Any(value => value is Name given && given.Identifier == name);
}
