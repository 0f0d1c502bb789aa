using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Reads <c>__all__</c> where it is written out (language reference §7.11).</summary>
internal static class ExportList
{
    /// <summary>The names, or null when there is no <c>__all__</c> or one that only running the code would tell.</summary>
    public static ImmutableArray<string>? Find(Scope module)
    {
        if (module.Find("__all__") is not { BindingCount: > 0 } symbol) return null;
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var binding in symbol.Bindings)
        {
            var value = binding.Parent switch
            {
                Assign assign => assign.Value,
                AugAssign { Operator: BinaryOperator.Add } augmented => augmented.Value,
                _ => binding is AnnAssign annotated ? annotated.Value : null,
            };
            if (value is null || !Add(value, names)) return null;
        }

        return names.ToImmutable();
    }

    private static bool Add(Expression value, ImmutableArray<string>.Builder names)
    {
        switch (value)
        {
            case List list: return AddAll(list.Elements, names);
            case Syntax.Tuple tuple: return AddAll(tuple.Elements, names);
            case BinOp { Operator: BinaryOperator.Add } sum: return Add(sum.Left, names) && Add(sum.Right, names);
            default: return false;
        }
    }

    private static bool AddAll(ImmutableArray<Expression> elements, ImmutableArray<string>.Builder names)
    {
        foreach (var element in elements)
        {
            if (element is not Constant { StringValue: { } name }) return false;
            names.Add(name);
        }

        return true;
    }
}
