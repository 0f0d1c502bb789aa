using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds the functions frameworks call besides routes: dependencies, middleware, hooks, tasks, and the methods of views.</summary>
internal static class HandlerFinder
{
    public static void Find(ProjectFacts facts, HandlerCollection handlers)
    {
        foreach (var fact in facts.Classes) AddClass(fact, handlers);
        foreach (var fact in facts.Registrations)
        {
            if (RoleOf(fact.Registration.Kind) is not { } role) continue;
            if (fact.TargetFunction is { } function) handlers.Add(function, fact.Registration.Framework, role, PlaceOf(fact, role, function));
            else if (fact.TargetClass is { } @class) AddCallable(@class, fact.Registration.Framework, role, handlers);
        }

        foreach (var item in facts.Objects) AddKeywords(item, facts, handlers);
        Dependencies.Find(facts, handlers);
    }

    private static HandlerRole? RoleOf(RegistrationKind kind) => kind switch
    {
        RegistrationKind.Exception => HandlerRole.ExceptionHandler,
        RegistrationKind.Middleware => HandlerRole.Middleware,
        RegistrationKind.Startup => HandlerRole.Startup,
        RegistrationKind.Shutdown => HandlerRole.Shutdown,
        RegistrationKind.Lifespan => HandlerRole.Lifespan,
        RegistrationKind.Dependency => HandlerRole.Dependency,
        RegistrationKind.Task => HandlerRole.Task,
        _ => null,
    };

    // FastAPI and Starlette call start-up hooks directly, `def` or not.
    private static HandlerPlace? PlaceOf(RegistrationFact fact, HandlerRole role, FunctionSymbol function) =>
        role == HandlerRole.Startup && fact.Registration.Framework.Id is "fastapi" or "starlette" ? HandlerPlace.Loop
        : role is HandlerRole.Middleware && !function.IsAsync && fact.Registration.Framework.Id is "fastapi" or "starlette" ? HandlerPlace.Loop : null;

    private static void AddClass(ClassFact fact, HandlerCollection handlers)
    {
        var role = fact.Base.Role switch { "middleware" => HandlerRole.Middleware, "task" => HandlerRole.Task, "consumer" => HandlerRole.Consumer, _ => HandlerRole.Route };
        foreach (var method in fact.Class.Methods)
        {
            if (!fact.Base.Methods.Contains(method.Name) && !(fact.Base.Methods is ["*"] && !method.Name.StartsWith('_'))) continue;
            var offloaded = method.Decorators.Any(name => name.EndsWith("run_on_executor", StringComparison.Ordinal));
            var place = offloaded ? HandlerPlace.Thread : role == HandlerRole.Consumer && method.IsAsync ? HandlerPlace.Loop : (HandlerPlace?)null;
            handlers.Add(method, fact.Base.Framework, role, place);
        }
    }

    private static void AddCallable(ClassSymbol @class, Framework framework, HandlerRole role, HandlerCollection handlers)
    {
        foreach (var name in new[] { "__call__", "dispatch" })
            if (@class.FindMethod(name) is { } method) handlers.Add(method, framework, role, method.IsAsync ? framework.Asynchronous : null);
    }

    private static void AddKeywords(ObjectFact item, ProjectFacts facts, HandlerCollection handlers)
    {
        foreach (var row in FrameworkTables.Keywords[item.Object.Framework])
        {
            if (RoleOf(row.Kind) is not { } role || item.Call.KeywordValue(row.Name) is not { } given) continue;
            var (value, file) = facts.Resolve(given, item.File);
            foreach (var element in value.Kind == SiteValueKind.Dict ? [.. value.Entries.Select(entry => entry.Value)] : value.Elements() is { IsEmpty: false } several ? several : [value])
            {
                var target = element is { Kind: SiteValueKind.Call, Arguments: [var first, ..] } wrapped && wrapped.Function.LastName() is "Middleware" or "Provide" or "Depends" ? first : element;
                if (file.ResolveFunction(target) is { } function) handlers.Add(function, item.Object.Framework, role);
                else if (file.ResolveClass(target) is { } @class) AddCallable(@class, item.Object.Framework, role, handlers);
            }
        }
    }
}
