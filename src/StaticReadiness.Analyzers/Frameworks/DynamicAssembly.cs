using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Tells where an application is put together in ways that cannot be followed.</summary>
internal static class DynamicAssembly
{
    public static string? ReasonFor(ObjectFact item, ProjectFacts facts)
    {
        foreach (var keyword in item.Call.Keywords)
            if (keyword.Name is null && facts.Resolve(keyword.Value, item.Model).Value is not Dict && item.Object.Framework.Id is not "tornado")
                return "its constructor is given unpacked keywords";
        foreach (var row in FrameworkTables.Keywords[item.Object.Framework])
        {
            if (row.Kind is not RegistrationKind.Exception || item.Call.KeywordValue(row.Name) is not { } given) continue;
            if (facts.Resolve(given, item.Model).Value is not (Dict or List)) return $"its `{row.Name}` is computed";
        }

        foreach (var fact in facts.Registrations)
        {
            if (fact.Registration.Kind != RegistrationKind.Exception || (fact.ReceiverKey is not null && fact.ReceiverKey != item.Key)) continue;
            if (fact.Registration.Framework == item.Object.Framework && fact.PathArgument is Name name && fact.Model.GetSymbol(name) is { } symbol
                && (symbol.IsParameter || symbol.Bindings.Any(binding => binding.Ancestors().TakeWhile(node => node is Expression or For).Any(node => node is For))))
                return "its exception handlers are registered in a loop";
        }

        if (item.Object.Framework.Id == "litestar" && facts.Files.Any(file => file.HandlerTables.Count > 0)) return "a plugin sets its exception handlers";
        return HandsToLibrary(item) is { } helper ? $"`{helper}` of a library may register handlers" : null;
    }

    // `add_exception_handlers(app)` from a package outside the repository says by its name what it does.
    private static string? HandsToLibrary(ObjectFact item)
    {
        if (item.Call.Parent is not Assign { Targets: [Name variable] }) return null;
        SyntaxNode scope = (SyntaxNode?)item.Call.EnclosingFunction() ?? item.Model.Tree.Root;
        return scope.DescendantsInScope().OfType<Call>()
            .Where(call => call.Arguments.Any(argument => argument is Name given && given.Identifier == variable.Identifier))
            .Where(call => call.Function.LastName() is { } name && IdentifierWords.Split(name).Any(word => word is "exception" or "exceptions" or "error" or "errors" or "errorhandler"))
            .FirstOrDefault(call => item.Model.ResolveFunction(call.Function) is null)?.Function.DottedName();
    }
}
