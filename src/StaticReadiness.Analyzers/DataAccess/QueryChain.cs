using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>A query that the code spells out from the record it asks for to the last method called on it.</summary>
internal sealed class QueryChain
{
    private const int Longest = 40;

    private static readonly FrozenDictionary<string, StepRole> Roles =
        EmbeddedTable.Read("query-steps.tsv").ToFrozenDictionary(row => row[0], row => Enum.Parse<StepRole>(row[1], ignoreCase: true));

    private readonly HashSet<StepRole> roles = [];

    private QueryChain(ClassSymbol record) => Record = record;

    /// <summary>The class of the rows.</summary>
    public ClassSymbol Record { get; private set; }

    /// <summary>Whether the query names no record at all of its own methods' doing: <c>Product.objects</c>.</summary>
    public bool IsBare { get; private set; } = true;

    /// <summary>The chain that an expression ends; null when any part of it cannot be read.</summary>
    public static QueryChain? Of(Expression expression, SemanticModel model)
    {
        var chain = new QueryChain(null!);
        return chain.Follow(expression, model) is { } record ? chain.Of(record) : null;
    }

    public bool Has(StepRole role) => roles.Contains(role);

    /// <summary>Whether the query gives records, as many as there are: neither one row, nor a number, nor bare values.</summary>
    public bool GivesRecords => !Has(StepRole.Single) && !Has(StepRole.Aggregate) && !Has(StepRole.Values) && !Has(StepRole.Write);

    /// <summary>Whether a name is that of a step; spares resolving all others.</summary>
    public static bool IsStep(string name) => Roles.ContainsKey(name) || name is "query" or "select" or "objects";

    private QueryChain Of(ClassSymbol record)
    {
        Record = record;
        return this;
    }

    private ClassSymbol? Follow(Expression expression, SemanticModel model)
    {
        for (var steps = 0; steps < Longest; steps++)
        {
            switch (expression)
            {
                case Await wait: expression = wait.Value; break;
                case Name name when model.ValueOf(name) is var value && value != name: expression = value; break;
                case Subscript { Index: Slice slice, Value: var sliced } when slice.Upper is not null:
                    roles.Add(StepRole.Bound);
                    expression = sliced;
                    break;
                case Attribute { Name: "objects" or "_default_manager", Value: var named }: return RecordOf(named, model) is { } django && django.IsSubclassOf("django.db.models.Model") && HasPlainManager(django, model) ? django : null;
                case Attribute { Name: "query", Value: var named }: return RecordOf(named, model);
                case Call call:
                    if (RootOf(call, model) is { } root) return root;
                    if (Next(call) is not { } next) return null;
                    expression = next;
                    break;
                default: return null;
            }
        }

        return null;
    }

    // The receiver of a step, the statement that `execute` runs, the argument of `list`.
    private Expression? Next(Call call)
    {
        if (call.Function is Name { Identifier: "list" or "tuple" or "iter" or "reversed" or "sorted" }) return call.Arguments.FirstOrDefault();
        if (call.Function is not Attribute method || !Roles.TryGetValue(method.Name, out var role)) return null;
        IsBare = false;
        roles.Add(role);
        // `session.scalars(select(…))` runs its argument, `result.scalars()` takes the rows of its receiver.
        if (role == StepRole.Run || (method.Name is "scalars" or "scalar" && call.Arguments.Length > 0)) return call.Arguments.FirstOrDefault();
        return method.Value;
    }

    // session.query(Product), select(Product), Product.select()
    private ClassSymbol? RootOf(Call call, SemanticModel model)
    {
        if (call.Function is Attribute { Name: "select", Value: var peewee } && call.Arguments.IsEmpty) return RecordOf(peewee, model);
        if (call.Function.LastName() is not ("query" or "select") || call.Arguments is not [var only]) return null;
        IsBare = false;
        return RecordOf(only, model);
    }

    // `ProductManager()`, `ProductQuerySet.as_manager()`
    private static bool IsPlain(Expression maker, SemanticModel model)
    {
        var named = maker is Attribute { Name: "as_manager", Value: var queries } ? queries : maker;
        return model.ResolveClass(named) is { HasKnownBases: true } manager
            && manager.Mro.All(reference => reference.Symbol is { } @class ? !FetchesAlong(@class) : reference.QualifiedName.StartsWith("django.", StringComparison.Ordinal) || reference.QualifiedName.StartsWith("builtins.", StringComparison.Ordinal));
    }

    private static bool FetchesAlong(ClassSymbol @class) =>
        @class.FindMethod("get_queryset") is not null || @class.Tree.Text.ToString(@class.Node.Span).Contains("_related(", StringComparison.Ordinal);

    private static ClassSymbol? RecordOf(Expression expression, SemanticModel model) =>
        model.ResolveClass(expression) is { } @class && Records.IsRecord(@class) ? @class : null;

    // A manager of one's own may fetch along what it likes; it is read for the words that would.
    private static bool HasPlainManager(ClassSymbol record, SemanticModel model)
    {
        foreach (var reference in record.Mro)
            if (reference.Symbol?.Node.Body.OfType<Assign>().FirstOrDefault(assign => assign.Targets is [Name { Identifier: "objects" }]) is { } manager)
                return manager.Value is Call made && (made.Function.LastName() is "Manager" || IsPlain(made.Function, model.Compilation.GetSemanticModel(reference.Symbol.Tree)));
        return true;
    }
}
