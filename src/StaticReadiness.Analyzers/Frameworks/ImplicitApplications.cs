namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds applications that no constructor creates: Bottle's default application.</summary>
internal static class ImplicitApplications
{
    public static IEnumerable<WebApplication> Find(ProjectFacts facts)
    {
        var framework = FrameworkTables.Frameworks["bottle"];
        if (facts.Objects.Any(item => item.Object.Framework == framework)) yield break;
        var first = facts.Registrations.Where(fact => fact.Registration is { Form: "function", Kind: RegistrationKind.Route } && fact.Registration.Framework == framework)
            .OrderBy(fact => fact.File.Path, StringComparer.Ordinal).ThenBy(fact => fact.Node.Start).FirstOrDefault();
        if (first is null) yield break;
        yield return new WebApplication(framework, "the default application", first.File.Place(first.Site.Called()), facts.RoleOf(first.File.Path));
    }
}
