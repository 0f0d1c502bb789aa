using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Takes text apart that is put together by f-strings, <c>%</c>, <c>+</c>, <c>format</c> and <c>join</c>, through local variables and constants.</summary>
internal sealed class BuiltText
{
    private const int Deepest = 12;
    private readonly SemanticModel model;
    private readonly ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>();
    private readonly HashSet<SyntaxNode> open = [];

    private BuiltText(SemanticModel model) => this.model = model;

    /// <summary>The pieces in their order; a text that is a single value is one piece.</summary>
    public static ImmutableArray<TextPiece> PiecesOf(Expression text, SemanticModel model)
    {
        var built = new BuiltText(model);
        built.Add(text, 0);
        return built.pieces.ToImmutable();
    }

    private void Add(Expression text, int depth)
    {
        if (depth > Deepest)
        {
            pieces.Add(new TextPiece(null, text));
            return;
        }

        switch (text)
        {
            case Constant constant: pieces.Add(new TextPiece(constant.StringValue ?? constant.Text ?? "", null)); break;
            case JoinedStr joined: AddAll(joined.Values, depth); break;
            case FormattedValue formatted: Add(formatted.Value, depth + 1); break;
            case BinOp { Operator: BinaryOperator.Add, Right: not Constant { ConstantKind: ConstantKind.Integer or ConstantKind.Float } } sum: AddAll([sum.Left, sum.Right], depth); break;
            case BinOp { Operator: BinaryOperator.Mod } format when IsText(format.Left): AddFormat(format.Left, "%", Operands(format.Right), depth); break;
            case BinOp { Operator: BinaryOperator.Mult } repeated when repeated.Left is Constant or List or Python.Syntax.Tuple: AddAll([repeated.Left], depth); break;
            case IfExp choice: AddAll([choice.Body, choice.OrElse], depth); break;
            case BoolOp choice: AddAll(choice.Values, depth); break;
            case List or Python.Syntax.Tuple: AddAll(text.Elements(), depth); break;
            case ListComp { Element: var element }: Add(element, depth + 1); break;
            case GeneratorExp { Element: var element }: Add(element, depth + 1); break;
            case Starred { Value: var value }: Add(value, depth + 1); break;
            case Call { Function: Attribute method } call when AddMethod(call, method, depth): break;
            case Call { Arguments: [var only] } call when call.Function.LastName() is "dedent" or "str" or "text" or "cleandoc": Add(only, depth + 1); break;
            case Name or Attribute when AddVariable(text, depth): break;
            default: pieces.Add(new TextPiece(null, text)); break;
        }
    }

    private void AddAll(IEnumerable<Expression> parts, int depth)
    {
        foreach (var part in parts) Add(part, depth + 1);
    }

    private bool AddMethod(Call call, Attribute method, int depth)
    {
        switch (method.Name)
        {
            case "format" when IsText(method.Value):
                AddFormat(method.Value, "{", [.. call.Arguments, .. call.Keywords.Select(keyword => keyword.Value)], depth);
                return true;
            case "join" when method.Value is Constant && call.Arguments is [var list]:
                Add(list, depth + 1);
                return true;
            case "strip" or "lstrip" or "rstrip" or "lower" or "upper" or "removesuffix" or "encode" when IsText(method.Value):
                Add(method.Value, depth + 1);
                return true;
            default:
                return false;
        }
    }

    private bool IsText(Expression expression) => expression switch
    {
        Constant { StringValue: not null } or JoinedStr or BinOp => true,
        Call { Function: Attribute { Name: "format" or "join" or "strip" or "dedent" } } => true,
        Name or Attribute => SourcesOf(expression) is { Count: > 0 } sources && sources.Exists(source => source is Constant { StringValue: not null } or JoinedStr or BinOp),
        _ => false,
    };

    private static IEnumerable<Expression> Operands(Expression right) => right switch
    {
        Python.Syntax.Tuple tuple => tuple.Elements,
        Dict dict => dict.Values,
        _ => [right],
    };

    // The literal is cut at its placeholders, so that a value is seen with what stands before it; named fields go by their order, which is near enough.
    private void AddFormat(Expression pattern, string mark, IEnumerable<Expression> operands, int depth)
    {
        if (pattern is not Constant { StringValue: { } literal })
        {
            Add(pattern, depth + 1);
            AddAll(operands, depth);
            return;
        }

        var from = 0;
        foreach (var operand in operands)
        {
            var at = literal.IndexOf(mark, from, StringComparison.Ordinal);
            var end = at < 0 ? literal.Length : at;
            if (end > from) pieces.Add(new TextPiece(literal[from..end], null));
            Add(operand, depth + 1);
            from = at < 0 ? literal.Length : Math.Min(literal.Length, EndOfField(literal, at, mark));
        }

        if (from < literal.Length) pieces.Add(new TextPiece(literal[from..], null));
    }

    private static int EndOfField(string literal, int at, string mark)
    {
        if (mark == "%" && (at + 1 >= literal.Length || literal[at + 1] != '(')) return at + 2;
        var close = literal.IndexOf(mark == "%" ? ')' : '}', at);
        return close < 0 ? literal.Length : close + (mark == "%" ? 2 : 1);
    }

    private bool AddVariable(Expression variable, int depth)
    {
        if (SourcesOf(variable) is not { Count: > 0 } sources || !open.Add(sources[0])) return false;
        AddAll(sources, depth);
        open.Remove(sources[0]);
        return true;
    }

    // What a variable is given; null when something other than assignments binds it.
    private List<Expression>? SourcesOf(Expression variable)
    {
        var symbol = variable is Name name ? model.GetOriginalSymbol(name) ?? model.GetSymbol(name)?.Resolve() : null;
        if (symbol is null || symbol.IsParameter) return null;
        var sources = new List<Expression>();
        foreach (var binding in NearestBindings.Of(variable, symbol.Bindings))
        {
            if (ValueGivenBy(binding) is not { } value) return null;
            sources.Add(value);
        }

        return sources;
    }

    private static Expression? ValueGivenBy(SyntaxNode binding) => binding.Parent switch
    {
        Assign assign when assign.Targets.Contains(binding) => assign.Value,
        AnnAssign { Value: { } value } assign when assign.Target == binding => value,
        AugAssign { Operator: BinaryOperator.Add } assign when assign.Target == binding => assign.Value,
        NamedExpression named when named.Target == binding => named.Value,
        _ => null,
    };
}
