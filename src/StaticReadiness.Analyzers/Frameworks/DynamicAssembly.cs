using StaticReadiness.Analyzers.Frameworks.Sites;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Tells where an application is put together in ways that cannot be followed.</summary>
internal static class DynamicAssembly
{
    public static string? ReasonFor(ObjectFact item, ProjectFacts facts)
    {
        foreach (var (name, value) in item.Call.KeywordArguments)
            if (name is null && facts.Resolve(value, item.File).Value.Kind != SiteValueKind.Dict && item.Object.Framework.Id is not "tornado")
                return "its constructor is given unpacked keywords";
        foreach (var row in FrameworkTables.Keywords[item.Object.Framework])
        {
            if (row.Kind is not RegistrationKind.Exception || item.Call.KeywordValue(row.Name) is not { } given) continue;
            if (facts.Resolve(given, item.File).Value.Kind is not (SiteValueKind.Dict or SiteValueKind.List)) return $"its `{row.Name}` is computed";
        }

        foreach (var fact in facts.Registrations)
        {
            if (fact.Registration.Kind != RegistrationKind.Exception || (fact.ReceiverKey is not null && fact.ReceiverKey != item.Key)) continue;
            if (fact.Registration.Framework == item.Object.Framework && fact.PathArgument is { Kind: SiteValueKind.Name, Binding.Form: not null })
                return "its exception handlers are registered in a loop";
        }

        if (item.Object.Framework.Id == "litestar" && facts.Files.Any(file => file.Facts.HandlerTables.Count > 0)) return "a plugin sets its exception handlers";
        return HandsToLibrary(item) is { } helper ? $"`{helper}` of a library may register handlers" : null;
    }

    // `add_exception_handlers(app)` from a package outside the repository says by its name what it does.
    private static string? HandsToLibrary(ObjectFact item)
    {
        if (item.Site.Target is not { Kind: SiteValueKind.Name } variable) return null;
        return item.File.Facts.Calls.Where(site => site.Function == item.Site.Function && site.Node.Kind == SiteValueKind.Call && !site.Decorates()).Select(site => site.Node)
            .Where(call => call.Arguments.Any(argument => argument.Kind == SiteValueKind.Name && argument.Text == variable.Text))
            .Where(call => call.Function.LastName() is { } name && SiteShape.SpeaksOfErrors(name))
            .FirstOrDefault(call => item.File.ResolveFunction(call.Function) is null)?.Function.DottedName();
    }
}
