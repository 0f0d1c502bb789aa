using StaticReadiness.Analyzers.Frameworks.Sites;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Lists middleware in the order requests meet it.</summary>
internal static class MiddlewareFinder
{
    public static IEnumerable<MiddlewareEntry> Find(ProjectFacts facts)
    {
        foreach (var application in facts.Objects)
        {
            foreach (var row in FrameworkTables.Keywords[application.Object.Framework].Where(row => row.Kind == RegistrationKind.Middleware))
            {
                if (application.Call.KeywordValue(row.Name) is not { } given) continue;
                var (value, file) = facts.Resolve(given, application.File);
                foreach (var element in value.Elements()) yield return Entry(application.Object.Framework, element, application.Key, file);
            }
        }

        // Each `add_middleware` of Starlette and FastAPI wraps what was there before: the last one added meets requests first.
        var added = facts.Registrations.Where(fact => fact.Registration.Kind == RegistrationKind.Middleware && fact.Registration.Form == "method").ToList();
        var wrapping = added.Where(IsWrapping).Reverse();
        foreach (var fact in wrapping.Concat(added.Where(fact => !IsWrapping(fact))))
        {
            if (fact.DecoratedFunction is { } function)
                yield return new MiddlewareEntry(fact.Registration.Framework, function.QualifiedName, fact.ReceiverKey, fact.File.Place(fact.Node));
            else if (fact.TargetArgument is { } target)
                yield return Entry(fact.Registration.Framework, target, fact.ReceiverKey, fact.File) with { HasArguments = target.Kind == SiteValueKind.Call || fact.Call is { Parts.Length: > 2 } };
        }
    }

    private static bool IsWrapping(RegistrationFact fact) => fact.Registration.Framework.Id is "fastapi" or "starlette";

    private static MiddlewareEntry Entry(Framework framework, SiteValue element, string? key, SiteFile file)
    {
        var target = element is { Kind: SiteValueKind.Call, Arguments: [var first, ..] } wrapped && wrapped.Function.LastName() == "Middleware" ? first : element.Kind == SiteValueKind.Call ? element.Function : element;
        return new MiddlewareEntry(framework, file.GetQualifiedName(target) ?? file.TextOf(target), key, file.Place(element))
        {
            HasArguments = element.Kind == SiteValueKind.Call && (element.Keywords is not null || element.Arguments.Length != (element.Function.LastName() == "Middleware" ? 1 : 0)),
        };
    }
}
