using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Lists which exceptions and statuses a project registers handlers for.</summary>
internal sealed class ExceptionMappingFinder(ProjectFacts facts)
{
    private static readonly HashSet<string> CatchAllNames = ["Exception", "BaseException", "InternalServerError", "500"];

    public IEnumerable<ExceptionMapping> Find() =>
    [
        .. facts.Registrations.Where(fact => fact.Registration.Kind == RegistrationKind.Exception).SelectMany(FromRegistration),
        .. facts.Registrations.Where(fact => fact.Registration is { Framework.Id: "pyramid", Kind: RegistrationKind.Route }).SelectMany(FromPyramidView),
        .. facts.Objects.SelectMany(FromKeywords),
        .. facts.Files.SelectMany(FromSettings),
    ];

    private IEnumerable<ExceptionMapping> FromRegistration(RegistrationFact fact)
    {
        if (fact.Call is not { } call) return [];
        var caught = fact.Registration is { Name: "exception", Framework.Id: "sanic" } ? call.Arguments.AsEnumerable() : fact.PathArgument is { } single ? [single] : [];
        return caught.SelectMany(type => type.Elements() is { IsEmpty: false } several ? several : [type])
            .Select(type => Create(fact.Registration.Framework, type, fact.TargetFunction, fact.Node, fact.Model));
    }

    private IEnumerable<ExceptionMapping> FromPyramidView(RegistrationFact fact) =>
        fact.Call?.KeywordValue("context") is { } context && IsException(context, fact.Model) ? [Create(fact.Registration.Framework, context, fact.TargetFunction, fact.Node, fact.Model)] : [];

    private IEnumerable<ExceptionMapping> FromKeywords(ObjectFact item)
    {
        foreach (var row in FrameworkTables.Keywords[item.Object.Framework])
        {
            if (row.Kind != RegistrationKind.Exception || item.Call.KeywordValue(row.Name) is not { } given) continue;
            var (value, model) = facts.Resolve(given, item.Model);
            if (value is not Dict dict) continue;
            for (var i = 0; i < dict.Keys.Length; i++)
                if (dict.Keys[i] is { } key) yield return Create(item.Object.Framework, key, model.ResolveFunction(dict.Values[i]), key, model);
        }
    }

    private IEnumerable<ExceptionMapping> FromSettings(FileFacts file)
    {
        var model = file.Model;
        if (file.ModuleAssignments.TryGetValue("handler500", out var page))
            yield return new ExceptionMapping(FrameworkTables.Frameworks["django"], "500", null, FunctionOf(page.Value, model), LocationOf(page, model), true);
        if (!file.ModuleAssignments.TryGetValue("REST_FRAMEWORK", out var rest) || rest.Value is not Dict options) yield break;
        for (var i = 0; i < options.Keys.Length; i++)
            if (options.Keys[i].StringValue() == "EXCEPTION_HANDLER")
                yield return new ExceptionMapping(FrameworkTables.Frameworks["drf"], "*", null, FunctionOf(options.Values[i], model), LocationOf(options.Values[i], model), false);
    }

    private FunctionSymbol? FunctionOf(Expression value, SemanticModel model) =>
        value.StringValue() is { } dotted ? facts.Project.Compilation.FindSymbol(dotted) as FunctionSymbol : model.ResolveFunction(value);

    private ExceptionMapping Create(Framework framework, Expression type, FunctionSymbol? handler, SyntaxNode place, SemanticModel model)
    {
        var (value, valueModel) = facts.Resolve(type, model);
        var caught = value is Constant { Text: { } text } ? text : valueModel.GetQualifiedName(value) ?? value.LastName() ?? "";
        return new ExceptionMapping(framework, caught, valueModel.ResolveClass(value), handler, LocationOf(place, model), CatchAllNames.Contains(FrameworkTables.LastName(caught)));
    }

    // `@view_config(context=Order)` names a resource, not an exception.
    private static bool IsException(Expression context, SemanticModel model) =>
        model.ResolveClass(context) is { } type ? ExceptionClasses.IsException(type)
            : context.LastName() is { } name && (name.EndsWith("Error", StringComparison.Ordinal) || name.EndsWith("Exception", StringComparison.Ordinal) || name.StartsWith("HTTP", StringComparison.Ordinal));

    private static Location LocationOf(SyntaxNode node, SemanticModel model) => new(model.Tree.Path, model.Tree.Text, node.Span);
}
