using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;

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
            .Select(type => Create(fact.Registration.Framework, type, fact.TargetFunction, fact.Node, fact.File));
    }

    private IEnumerable<ExceptionMapping> FromPyramidView(RegistrationFact fact) =>
        fact.Call?.KeywordValue("context") is { } context && IsException(context, fact.File) ? [Create(fact.Registration.Framework, context, fact.TargetFunction, fact.Node, fact.File)] : [];

    private IEnumerable<ExceptionMapping> FromKeywords(ObjectFact item)
    {
        foreach (var row in FrameworkTables.Keywords[item.Object.Framework])
        {
            if (row.Kind != RegistrationKind.Exception || item.Call.KeywordValue(row.Name) is not { } given) continue;
            var (value, file) = facts.Resolve(given, item.File);
            foreach (var (key, answer) in value.Entries) yield return Create(item.Object.Framework, key, file.ResolveFunction(answer), key, file);
        }
    }

    private IEnumerable<ExceptionMapping> FromSettings(SiteFile file)
    {
        if (file.Facts.Variables.TryGetValue("handler500", out var page))
            yield return new ExceptionMapping(FrameworkTables.Frameworks["django"], "500", null, FunctionOf(page.Value, file), file.Place(page.Span()), true);
        if (!file.Facts.Variables.TryGetValue("REST_FRAMEWORK", out var options)) yield break;
        foreach (var (key, value) in options.Value.Entries)
            if (key.StringValue() == "EXCEPTION_HANDLER")
                yield return new ExceptionMapping(FrameworkTables.Frameworks["drf"], "*", null, FunctionOf(value, file), file.Place(value), false);
    }

    private FunctionSymbol? FunctionOf(SiteValue value, SiteFile file) =>
        value.StringValue() is { } dotted ? facts.Project.Compilation.FindSymbol(dotted) as FunctionSymbol : file.ResolveFunction(value);

    private ExceptionMapping Create(Framework framework, SiteValue type, FunctionSymbol? handler, SiteValue place, SiteFile file)
    {
        var (value, valueFile) = facts.Resolve(type, file);
        var caught = value.IsConstant() && value.Text is { } text ? text : valueFile.GetQualifiedName(value) ?? value.LastName() ?? "";
        return new ExceptionMapping(framework, caught, valueFile.ResolveClass(value), handler, file.Place(place), CatchAllNames.Contains(FrameworkTables.LastName(caught)));
    }

    // `@view_config(context=Order)` names a resource, not an exception.
    private static bool IsException(SiteValue context, SiteFile file) =>
        file.ResolveClass(context) is { } type ? ExceptionClasses.IsException(type)
            : context.LastName() is { } name && (name.EndsWith("Error", StringComparison.Ordinal) || name.EndsWith("Exception", StringComparison.Ordinal) || name.StartsWith("HTTP", StringComparison.Ordinal));
}
