using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>Reports handlers that use what a request's body holds and let no schema look at it.</summary>
public sealed class UnvalidatedRequestBody : DiagnosticAnalyzer
{
    private const string Criterion = "validation-and-types/boundary-schema";
    private const int FewestValues = 2;
    private const int FewestWanted = 3;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1101",
        "unvalidated-request-body",
        "No schema checks the body of a request",
        "`{0}` takes {1} from the body of the request and no schema checks it",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "validation-and-types",
        "boundary-schema")
    {
        Cwe = [20],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable(FrameworkModel.Of(context.Project).Routes.IsEmpty ? "no web application" : "no handler reads the body of a request");
        var handlers = BodyReaders.Of(context.Project);
        foreach (var (place, text) in handlers.Proofs) context.Prove(Criterion, place, text);
        context.Examined(handlers.WithSchema.Count);
        foreach (var (function, body) in handlers.Readers)
        {
            context.Examined();
            var place = new Location(function.Tree.Path, function.Tree.Text, body.Source!.Value.Place.Span);
            if (!body.IsValidated && !IsStandIn(function.Tree.Path) && !(context.Project.Files.TryGet(function.Tree.Path) is { } file && PutAside.Contains(context.Project, file)) && Taken(body, context.Project.Compilation.GetSemanticModel(function.Tree)) is { } taken) context.Report(place, function.Name, taken);
        }
    }

    // `dev_login_server.py`, `audit_example.py`, `views_old.py`: nobody is served by them; `views.todo.py` and `views copy.py` cannot be imported.
    private static bool IsStandIn(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.AsSpan(0, Math.Max(name.LastIndexOf('.'), 0)).ContainsAny('.', ' ')
            || IdentifierWords.Split(name).Exists(word => word is "example" or "examples" or "mock" or "fake" or "stub" or "dev" or "demo" or "old" or "bak" or "backup" or "deprecated" or "unused");
    }

    // What the handler takes, as it reads in the message; null where that is nothing, little, passed on as a whole, or checked by hand.
    private static string? Taken(RequestBody body, SemanticModel model)
    {
        var keys = new List<string>();
        var variables = new HashSet<string>();
        var isIterated = false;
        var isDemanded = false;
        foreach (var node in body.Nodes)
        {
            if (body.KeyOf(node) is { } key)
            {
                if (!UseOfValue.IsSafe((Expression)node, body))
                {
                    if (!keys.Contains(key)) keys.Add(key);
                    isDemanded |= node is Subscript;
                }

                if (TargetOf(node.FirstAncestor<Statement>()) is { } taken) variables.UnionWith(NamesIn(taken));
            }
            else if (node is For { Iterable: var rows, Target: var target } loop && body.IsBody(rows))
            {
                // The keys of a form are those of the page; what is only copied is passed on.
                isIterated |= body.Source!.Value.Kind != "form" && !IsCopied(target, loop) && !IsPicked(target, loop) && !IsTolerant(loop);
                variables.UnionWith(target.DescendantsAndSelf().OfType<Name>().Select(name => name.Identifier));
            }
            else if (node is Expression expression && IsPassedOn(expression, body, model)) return null;
        }

        // One or two values that may be missing are seldom worth a schema; a missing key that is demanded ends as an error.
        if ((keys.Count < (isDemanded ? FewestValues : FewestWanted) && !isIterated) || IsCheckedByHand(body, variables)) return null;
        return keys.Count switch
        {
            0 or 1 => "all it finds",
            2 => $"`{keys[0]}` and `{keys[1]}`",
            3 => $"`{keys[0]}`, `{keys[1]}` and `{keys[2]}`",
            _ => $"`{keys[0]}`, `{keys[1]}` and {keys.Count - 2} more values",
        };
    }

    private static Expression? TargetOf(Statement? statement) => statement switch
    {
        Assign { Targets: [Name or Python.Syntax.Tuple or Attribute { Value: Name }] } assign => assign.Targets[0],
        AnnAssign { Target: Name target } => target,
        _ => null,
    };

    // `row.name = data.get("name")` is asked for as `row.name`.
    private static IEnumerable<string> NamesIn(Expression target) =>
        target is Attribute { Value: Name } member ? [member.DottedName()!] : target.DescendantsAndSelf().OfType<Name>().Select(name => name.Identifier);

    // `for field, value in data.items(): if field in ALLOWED:`
    private static bool IsPicked(Expression target, For loop) =>
        target.DescendantsAndSelf().OfType<Name>().FirstOrDefault() is { } key && loop.Body is [If { OrElse.IsEmpty: true, Test: Compare { Left: Name asked, Operators: [ComparisonOperator.In] } }] && asked.Identifier == key.Identifier;

    // Each item is tried, and what is wrong with one is told with the answer.
    private static bool IsTolerant(For loop) => loop.Body[^1] is Try { Handlers: [{ Body: var told }, ..] } && told is not [Pass or Continue];

    // `for key, value in body.items(): variables[key] = value`
    private static bool IsCopied(Expression target, For loop) =>
        target is Python.Syntax.Tuple { Elements: [Name key, Name value] }
        && loop.Body.DescendantsInScope().Any(node => node is Assign { Targets: [Subscript { Index: Name index }], Value: Name copied } && index.Identifier == key.Identifier && copied.Identifier == value.Identifier);

    // Whoever gets the whole body may check it.
    private static bool IsPassedOn(Expression expression, RequestBody body, SemanticModel model)
    {
        if (expression is not (Name or Attribute or Call or Await) || !body.IsBody(expression)) return false;
        return expression.Parent switch
        {
            Call call when call.Arguments.Contains(expression) => !IsHarmless(call, model),
            Keyword { Name: not null, Parent: Call call } => !IsHarmless(call, model),
            Return => true,
            _ => false,
        };
    }

    private static bool IsHarmless(Call call, SemanticModel model) =>
        call.Function.LastName() is "print" or "len" or "dict" or "dumps" or "loads" or "str" or "repr" or "list" or "bool" || LogCalls.LevelOf(call, model) is not null;

    // `if not data.get("name"): return 400`, `if "name" not in data`, `isinstance(data, dict)`, `except KeyError`; the method of a base class has its serialiser.
    private static bool IsCheckedByHand(RequestBody body, HashSet<string> variables)
    {
        bool Mentions(SyntaxNode node) => node.DescendantsAndSelf().Any(part => part is Name name && variables.Contains(name.Identifier) || part is Attribute { Value: Name } member && variables.Contains(member.DottedName()!) || (part is Expression expression && body.IsBody(expression)) || body.KeyOf(part) is not null);

        foreach (var node in body.Nodes)
        {
            // `known = re.match(…, name)`, `missing = [key for key in REQUIRED if key not in request.data]`: what is asked of the one is asked of the other.
            if (node is Assign { Targets: [Name derived], Value: Call or ListComp or SetComp or BinOp } assign && Mentions(assign.Value)) variables.Add(derived.Identifier);
            // `version["id"] == version_id`: only what is there already is taken.
            if (node is Compare { Operators: [ComparisonOperator.Eq], Comparators: [not Constant] } known && known.Left is not Constant && Mentions(known)) return true;
            if (node is If choice && (choice.Body.DescendantsInScope().Any(IsRefusal) || choice.OrElse.DescendantsInScope().Any(IsRefusal)) && Mentions(choice.Test)) return true;
            if (node is Call { Function: Attribute { Value: Call { Function: Name { Identifier: "super" } } } }) return true;
            if (node is Compare { Left: Constant, Operators: [ComparisonOperator.NotIn], Comparators: [var held] } && body.IsBody(held)) return true;
            if (node is Assert assertion && Mentions(assertion.Test)) return true;
            if (node is Call { Function: Name { Identifier: "isinstance" }, Arguments: [var value, ..] } && Mentions(value)) return true;
            if (node is Try attempt && attempt.Body.Any(Mentions) && attempt.Handlers.Any(handler => IsRefused(handler) || handler.Type is { } type && type.DescendantsAndSelf().Any(part => part is Expression named && named.LastName() is "KeyError" or "ValueError" or "TypeError" or "ValidationError" or "MultiValueDictKeyError" or "BadRequestKeyError" or "DoesNotExist" or "ObjectDoesNotExist" or "NoResultFound"))) return true;
        }

        return false;
    }

    // `except Exception: raise HTTPException(status_code=400)`
    private static bool IsRefused(ExceptHandler handler) =>
        handler.Body.DescendantsInScope().Any(node => node is Constant { Text: "400" or "422" } || node is Expression part && part.LastName() is "HTTP_400_BAD_REQUEST" or "HTTP_422_UNPROCESSABLE_ENTITY" or "BAD_REQUEST" or "UNPROCESSABLE_ENTITY" or "HttpResponseBadRequest" or "HTTPBadRequest" or "HTTPUnprocessableEntity" or "BadRequest");

    private static bool IsRefusal(SyntaxNode node) => node is Raise or Return || (node is Call call && call.Function.LastName() is "abort" or "flash" or "error" or "append" or "send_error" or "fail");
}
