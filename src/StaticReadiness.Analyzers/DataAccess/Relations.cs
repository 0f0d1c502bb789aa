using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Tells the attributes of a record whose reading runs a query.</summary>
internal static class Relations
{
    /// <summary>Whether reading an attribute of a record, or calling a method of it, fetches other rows when nothing fetched them along.</summary>
    public static bool RunsQuery(Attribute access, ClassSymbol record) => ValueOf(record, access.Name) switch
    {
        Call declared when declared.Function.LastName() is "ForeignKey" or "OneToOneField" && !IsColumn(declared) => IsRead(access),
        Call declared when declared.Function.LastName() is "ManyToManyField" or "ForeignKeyField" => IsRead(access) && IsCalled(access),
        Call declared when declared.Function.LastName() == "relationship" => IsLazy(declared) && IsRead(access),
        _ => false,
    };

    private static bool IsRead(Attribute access) => access.Context == ExpressionContext.Load;

    // SQLAlchemy's ForeignKey stands inside a Column; one that is a field of its own is Django's.
    private static bool IsColumn(Call declared) => declared.Parent is Call or Keyword;

    private static bool IsCalled(Attribute access) => access.Parent is Attribute { Name: "all" or "filter" or "count" or "exists" or "first" or "exclude" or "values_list" or "values" or "order_by" };

    private static bool IsLazy(Call relationship) => relationship.KeywordValue("lazy") switch
    {
        null => true,
        Constant { StringValue: "select" or "dynamic" } => true,
        var given => given.IsTrue(),
    };

    private static Expression? ValueOf(ClassSymbol record, string name)
    {
        foreach (var reference in record.Mro)
            foreach (var statement in reference.Symbol?.Node.Body ?? [])
                switch (statement)
                {
                    case Assign { Targets: [Name target], Value: var value } when target.Identifier == name: return value;
                    case AnnAssign { Target: Name target, Value: { } value } when target.Identifier == name: return value;
                }

        return null;
    }
}
