using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>The handlers of a project that take something from a request's body: a fact shared by rules.</summary>
internal sealed class BodyReaders
{
    private BodyReaders(Project project)
    {
        var readers = new List<(FunctionSymbol, RequestBody)>();
        var schemas = new List<(FunctionSymbol, string)>();
        foreach (var (function, framework) in Candidates(project))
        {
            if (project.Files.TryGet(function.Tree.Path) is not { Role: FileRoles.Application }) continue;
            var model = project.Compilation.GetSemanticModel(function.Tree);
            var body = RequestBody.Read(function, framework, model);
            if (body.Source is not null) readers.Add((function, body));
            else if (body.Nodes.OfType<Call>().FirstOrDefault(call => call.Function.LastName() is "validate_on_submit" or "is_valid" or "get_serializer") is { Function: Python.Syntax.Attribute { Value: var form } }) schemas.Add((function, form.DottedName() ?? "form"));
            else if (function.Definition!.Decorators.FirstOrDefault(decorator => Schemas.IsInputDecorator(decorator) && !Schemas.IsOutputDecorator(decorator)) is { } found) schemas.Add((function, (found as Call)?.Function.DottedName() ?? found.DottedName() ?? "schema"));
            else if (function.Parameters.FirstOrDefault(parameter => IsSchema(parameter, model)) is { Annotation: { } annotation }) schemas.Add((function, function.Tree.Text.ToString(annotation.Span)));
        }

        Readers = readers;
        WithSchema = schemas;
    }

    /// <summary>The handlers that read the body themselves.</summary>
    public IReadOnlyList<(FunctionSymbol Function, RequestBody Body)> Readers { get; }

    /// <summary>The handlers that a framework hands a schema, and its name as written.</summary>
    public IReadOnlyList<(FunctionSymbol Function, string Schema)> WithSchema { get; }

    /// <summary>Where a schema looks at a body, and how that is said.</summary>
    public IEnumerable<(Location Place, string Text)> Proofs =>
        WithSchema.Select(handler => (Place(handler.Function, handler.Function.Definition!.NameSpan), $"`{handler.Function.Name}` takes a `{handler.Schema}`"))
            .Concat(Readers.Where(reader => reader.Body.IsValidated).Select(reader => (Place(reader.Function, reader.Body.Source!.Value.Place.Span), $"`{reader.Function.Name}` validates the body")));

    public static BodyReaders Of(Project project) => project.GetFact(static p => new BodyReaders(p));

    // A view set's actions are requested like its other methods. A view of exceptions repeats what was refused.
    private static IEnumerable<(FunctionSymbol Function, Framework Framework)> Candidates(Project project)
    {
        var seen = new HashSet<FunctionSymbol>();
        foreach (var handler in FrameworkModel.Of(project).Handlers.Where(handler => handler.Role == HandlerRole.Route))
        {
            if (handler.Function.Definition is { } definition && !definition.Decorators.Any(IsForExceptions) && seen.Add(handler.Function)) yield return (handler.Function, handler.Framework);
            foreach (var method in handler.Function.ContainingClass?.Methods ?? [])
                if (method.Definition is { } action && action.Decorators.Any(IsAction) && seen.Add(method)) yield return (method, handler.Framework);
        }
    }

    private static bool IsAction(Expression decorator) => decorator is Call { Function: var function } && function.LastName() is "action" or "list_route" or "detail_route";

    private static bool IsForExceptions(Expression decorator) => decorator is Call { Function: var function } && (function.LastName() ?? "").StartsWith("exception_view", StringComparison.Ordinal);

    private static Location Place(FunctionSymbol function, TextSpan span) => new(function.Tree.Path, function.Tree.Text, span);

    private static bool IsSchema(ParameterSymbol parameter, SemanticModel model) =>
        parameter.Annotation is { } annotation && model.GetAnnotatedType(annotation) is { Class: { } @class } && Schemas.IsSchema(@class);
}
