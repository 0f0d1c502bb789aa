using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Evaluates lists and tables of strings in Python code without running it: literals, names assigned once or extended, sums, and calls that read a file named in them.</summary>
internal sealed class LiteralEvaluator
{
    private const int DepthLimit = 32;

    private static readonly string[] PassThrough = ["list", "sorted", "set", "tuple", "dict", "OrderedDict"];

    private readonly Dictionary<string, List<Expression>> assignments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionDef> functions = new(StringComparer.Ordinal);

    public LiteralEvaluator(SyntaxTree tree) => new AssignmentCollector(this).Visit(tree.Root);

    public LiteralStrings Strings(Expression expression)
    {
        var found = new LiteralStrings();
        AddStrings(expression, found, 0);
        return found;
    }

    /// <summary>The entries of a dictionary with string keys; null when the expression is none that the text shows.</summary>
    public IEnumerable<(string Key, Expression Value)>? Entries(Expression expression, int depth = 0)
    {
        switch (expression)
        {
            case Dict dictionary:
                return dictionary.Keys.Zip(dictionary.Values).Where(pair => pair.First is Constant { StringValue: not null }).Select(pair => (((Constant)pair.First!).StringValue!, pair.Second));
            case Name name when depth < DepthLimit && assignments.TryGetValue(name.Identifier, out var values):
                return values.SelectMany(value => Entries(value, depth + 1) ?? []);
            case Call { Function: Name { Identifier: "dict" } } call:
                return call.Keywords.Where(keyword => keyword.Name is not null).Select(keyword => (keyword.Name!, keyword.Value));
            default:
                return null;
        }
    }

    public string? SingleString(Expression expression)
    {
        var found = Strings(expression);
        return found is { Items.Count: 1, IsPartial: false, Files.Count: 0 } ? found.Items[0].Text : null;
    }

    private void AddStrings(Expression expression, LiteralStrings found, int depth)
    {
        if (depth > DepthLimit)
        {
            found.IsPartial = true;
            return;
        }

        switch (expression)
        {
            case Constant { StringValue: { } text }:
                found.Items.Add((text, expression.Span));
                break;
            case List list:
                foreach (var element in list.Elements) AddStrings(element, found, depth + 1);
                break;
            case StaticReadiness.Python.Syntax.Tuple tuple:
                foreach (var element in tuple.Elements) AddStrings(element, found, depth + 1);
                break;
            case Set set:
                foreach (var element in set.Elements) AddStrings(element, found, depth + 1);
                break;
            case Starred starred:
                AddStrings(starred.Value, found, depth + 1);
                break;
            case BinOp { Operator: BinaryOperator.Add } text when TextOf(text, depth) is { } joined:
                found.Items.Add((joined, expression.Span));
                break;
            case BinOp { Operator: BinaryOperator.Add } sum:
                AddStrings(sum.Left, found, depth + 1);
                AddStrings(sum.Right, found, depth + 1);
                break;
            case IfExp choice:
                AddStrings(choice.Body, found, depth + 1);
                AddStrings(choice.OrElse, found, depth + 1);
                break;
            case Name name when assignments.TryGetValue(name.Identifier, out var values):
                foreach (var value in values) AddStrings(value, found, depth + 1);
                break;
            case Subscript { Value: var table, Index: Constant { StringValue: { } key } } when Entries(table) is { } entries:
                foreach (var entry in entries.Where(entry => entry.Key == key)) AddStrings(entry.Value, found, depth + 1);
                break;
            default:
                AddComputed(expression, found, depth);
                break;
        }
    }

    /// <summary>The text of an expression made of string literals, sums of them and names assigned one; null for all else.</summary>
    private string? TextOf(Expression expression, int depth) => expression switch
    {
        _ when depth > DepthLimit => null,
        Constant constant => constant.StringValue,
        Name name when assignments.TryGetValue(name.Identifier, out var values) && values.Count == 1 => TextOf(values[0], depth + 1),
        BinOp { Operator: BinaryOperator.Add } sum when TextOf(sum.Left, depth + 1) is { } left && TextOf(sum.Right, depth + 1) is { } right => left + right,
        _ => null,
    };

    private void AddComputed(Expression expression, LiteralStrings found, int depth)
    {
        if (expression is Call { Function: Name { Identifier: var called }, Arguments: [var only], Keywords.IsEmpty: true } && PassThrough.Contains(called, StringComparer.Ordinal))
        {
            AddStrings(only, found, depth + 1);
            return;
        }

        if (expression is Call { Function: StaticReadiness.Python.Syntax.Attribute { Name: "splitlines" or "split", Value: Constant { StringValue: { } text } } receiver })
        {
            foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) found.Items.Add((line, receiver.Value.Span));
            return;
        }

        found.IsPartial = true;
        new FileNameFinder(this, found).Find(expression);
    }

    private sealed class AssignmentCollector(LiteralEvaluator owner) : SyntaxWalker
    {
        protected override void VisitFunctionDef(FunctionDef node) => owner.functions.TryAdd(node.Name, node);

        protected override void VisitClassDef(ClassDef node)
        {
        }

        protected override void VisitAssign(Assign node)
        {
            foreach (var target in node.Targets)
            {
                if (target is Name name) owner.Add(name.Identifier, node.Value);
                // extras["test"] = […] adds an entry.
                else if (target is Subscript { Value: Name table, Index: Constant { StringValue: not null } key }) owner.Add(table.Identifier, new Dict(node.Start, node.End, [key], [node.Value]));
            }
        }

        protected override void VisitAnnAssign(AnnAssign node)
        {
            if (node is { Target: Name name, Value: { } value }) owner.Add(name.Identifier, value);
        }

        protected override void VisitAugAssign(AugAssign node)
        {
            if (node is { Target: Name name, Operator: BinaryOperator.Add }) owner.Add(name.Identifier, node.Value);
        }

        protected override void VisitCall(Call node)
        {
            if (node is { Function: StaticReadiness.Python.Syntax.Attribute { Name: "append" or "extend" or "update", Value: Name name }, Arguments: [var added] }) owner.Add(name.Identifier, added);
            base.VisitCall(node);
        }
    }

    private void Add(string name, Expression value)
    {
        if (!assignments.TryGetValue(name, out var values)) assignments[name] = values = [];
        // An open(...) block inside a with statement or a redefinition both add; what a name may hold is what counts.
        values.Add(value);
    }

    /// <summary>Finds the requirements files that a computed list names, also inside the helper function it calls and the variables it uses.</summary>
    private sealed class FileNameFinder(LiteralEvaluator owner, LiteralStrings found) : SyntaxWalker
    {
        private const string UsualDirectory = "requirements";

        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private readonly List<(string Path, TextSpan Span)> names = [];
        private bool namesDirectory;

        public void Find(Expression expression)
        {
            Visit(expression);
            foreach (var (path, span) in names)
            {
                var isNamed = path.Contains("require", StringComparison.OrdinalIgnoreCase);
                if (isNamed || namesDirectory) found.Files.Add((isNamed ? path : $"{UsualDirectory}/{path}", span));
            }
        }

        protected override void VisitConstant(Constant node)
        {
            if (node.StringValue is not { Length: < 200 } text) return;
            namesDirectory |= text.TrimEnd('/') == UsualDirectory;
            var isList = text.EndsWith(".txt", StringComparison.Ordinal) || text.EndsWith(".in", StringComparison.Ordinal);
            if (isList && !names.Any(file => file.Path == text)) names.Add((text, node.Span));
        }

        protected override void VisitName(Name node)
        {
            if (!seen.Add(node.Identifier)) return;
            if (owner.functions.TryGetValue(node.Identifier, out var function)) Visit(function);
            foreach (var value in owner.assignments.GetValueOrDefault(node.Identifier) ?? []) Visit(value);
        }
    }
}
