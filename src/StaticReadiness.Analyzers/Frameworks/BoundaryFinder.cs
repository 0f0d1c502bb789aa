using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds the handlers of unforeseen exceptions that a project registers.</summary>
internal sealed class BoundaryFinder(ProjectFacts facts)
{
    private static readonly HashSet<string> CatchAllNames = ["Exception", "BaseException", "InternalServerError", "HTTP_500_INTERNAL_SERVER_ERROR", "INTERNAL_SERVER_ERROR"];

    public List<ExceptionBoundary> Find()
    {
        var found = new List<ExceptionBoundary>();
        found.AddRange(facts.Registrations.Where(fact => fact.Registration.Kind == RegistrationKind.Exception).Select(FromRegistration).OfType<ExceptionBoundary>());
        found.AddRange(facts.Registrations.Where(fact => fact.Registration is { Framework.Id: "pyramid", Kind: RegistrationKind.Route }).Select(FromPyramidView).OfType<ExceptionBoundary>());
        found.AddRange(facts.Objects.SelectMany(FromKeywords));
        found.AddRange(facts.Files.SelectMany(file => file.HandlerTables.SelectMany(table => FromTable(table, file.Model))));
        found.AddRange(facts.Files.SelectMany(file => file.Boundaries).Select(FromMiddleware));
        found.AddRange(facts.Classes.SelectMany(FromClass));
        found.AddRange(FromConfiguration());
        return found;
    }

    private ExceptionBoundary? FromRegistration(RegistrationFact fact)
    {
        var framework = fact.Registration.Framework;
        if (fact.Call is not { } call) return null;
        var caught = fact.Registration.Name == "exception" && framework.Id == "sanic" ? call.Arguments : fact.PathArgument is { } single ? [single] : [];
        if (fact.Registration.Name.EndsWith("exception_view_config", StringComparison.Ordinal) && caught.IsEmpty) return null;
        if (!caught.SelectMany(type => type.Elements() is { IsEmpty: false } several ? several : [type]).Any(type => IsCatchAll(type, framework, fact.Model))) return null;
        // A blueprint's own `errorhandler` sees only the blueprint's routes; one on the application sees all.
        var isLocal = fact.Registration.Name == "errorhandler" && fact.ReceiverKey is { } key && facts.Objects.Any(item => item.Key == key && !item.Object.IsApplication);
        if (isLocal) return null;
        var isRouter = facts.Objects.Any(item => item.Key is not null && item.Key == fact.ReceiverKey && !item.Object.IsApplication);
        return new ExceptionBoundary(framework, isRouter ? null : fact.ReceiverKey, LocationOf(fact.Node, fact.Model), Describe(fact.TargetFunction, caught[0], fact.Model), fact.TargetFunction);
    }

    private ExceptionBoundary? FromPyramidView(RegistrationFact fact) =>
        fact.Call?.KeywordValue("context") is { } context && IsCatchAll(context, fact.Registration.Framework, fact.Model)
            ? new ExceptionBoundary(fact.Registration.Framework, null, LocationOf(fact.Node, fact.Model), Describe(fact.TargetFunction, context, fact.Model), fact.TargetFunction) : null;

    private IEnumerable<ExceptionBoundary> FromKeywords(ObjectFact item)
    {
        foreach (var row in FrameworkTables.Keywords[item.Object.Framework].Where(row => row.Kind == RegistrationKind.Exception))
        {
            if (item.Call.KeywordValue(row.Name) is not { } given) continue;
            var (value, model) = facts.Resolve(given, item.Model);
            if (row.Name is "error_handler" or "after_exception")
            {
                yield return new ExceptionBoundary(item.Object.Framework, item.Key, LocationOf(given, item.Model), $"`{row.Name}` is given to the application", null);
            }
            else if (value is Dict dict)
            {
                for (var i = 0; i < dict.Keys.Length; i++)
                {
                    if (dict.Keys[i] is not { } key || !IsCatchAll(key, item.Object.Framework, model)) continue;
                    var handler = model.ResolveFunction(dict.Values[i]);
                    yield return new ExceptionBoundary(item.Object.Framework, item.Object.IsApplication ? item.Key : null, LocationOf(key, model), Describe(handler, key, model), handler);
                }
            }
        }
    }

    // `app_config.exception_handlers = {Exception: …}` in a plugin holds for the applications that use it.
    private IEnumerable<ExceptionBoundary> FromTable(Expression table, SemanticModel model)
    {
        var framework = FrameworkTables.Frameworks["litestar"];
        var (value, valueModel) = facts.Resolve(table, model);
        return value is not Dict dict ? [] : dict.Keys.OfType<Expression>().Where(key => IsCatchAll(key, framework, valueModel))
            .Select(key => new ExceptionBoundary(framework, null, LocationOf(key, valueModel), Describe(null, key, valueModel), null));
    }

    private static ExceptionBoundary FromMiddleware(FunctionSymbol function) =>
        new(null, null, LocationOf(function), $"`{function.Name}` runs the application inside `try`", function);

    private IEnumerable<ExceptionBoundary> FromClass(ClassFact fact)
    {
        foreach (var method in fact.Class.Methods)
            if (fact.Base.Boundaries.Contains(method.Name))
                yield return new ExceptionBoundary(fact.Base.Framework, null, LocationOf(method), $"`{fact.Class.Name}.{method.Name}` answers what handlers raise", method);
    }

    private IEnumerable<ExceptionBoundary> FromConfiguration()
    {
        var used = facts.Objects.Select(item => item.Object.Framework).ToHashSet();
        if (!FrameworkTables.BoundaryKeys.Values.Any(key => used.Contains(key.Framework))) yield break;
        foreach (var file in facts.Files)
        {
            if (!file.Model.Tree.Text.Content.Contains("error")) continue;
            foreach (var constant in file.Model.Tree.Root.DescendantsAndSelf().OfType<Constant>())
                if (constant.StringValue is { } text && FrameworkTables.BoundaryKeys.TryGetValue(text, out var key) && used.Contains(key.Framework) && IsMet(key, constant))
                    yield return new ExceptionBoundary(key.Framework, null, LocationOf(constant, file.Model), $"`{text}` is configured", null);
        }
    }

    private static bool IsMet(BoundaryKey key, Constant constant)
    {
        if (key.Needed.Length == 0) return true;
        var value = constant.Parent switch
        {
            Dict dict when dict.Keys.IndexOf(constant) is var index and >= 0 => dict.Values[index],
            Subscript { Parent: Assign assign } => assign.Value,
            _ => null,
        };
        return value.Elements().Any(element => element is Constant { ConstantKind: ConstantKind.Integer, Text: var number } && number == key.Needed);
    }

    private bool IsCatchAll(Expression type, Framework framework, SemanticModel model)
    {
        if (type is Constant { ConstantKind: ConstantKind.Integer, Text: "500" }) return true;
        if (type.LastName() is not { } name) return false;
        if (CatchAllNames.Contains(name)) return true;
        // Flask and Quart turn what nobody handled into InternalServerError, which is an HTTPException.
        if (name == "HTTPException" && framework.Id is "flask" or "quart") return true;
        var (value, valueModel) = facts.Resolve(type, model);
        return value != type && (value is Constant or Name or Python.Syntax.Attribute) && IsCatchAll(value, framework, valueModel);
    }

    private static string Describe(FunctionSymbol? handler, Expression caught, SemanticModel model) =>
        $"{(handler is null ? "a handler" : $"`{handler.Name}`")} handles `{model.Tree.Text.ToString(caught.Span)}`";

    private static Location LocationOf(FunctionSymbol function) =>
        new(function.Tree.Path, function.Tree.Text, function.Definition?.NameSpan ?? function.Node.Span);

    private static Location LocationOf(SyntaxNode node, SemanticModel model) => new(model.Tree.Path, model.Tree.Text, node.Span);
}
