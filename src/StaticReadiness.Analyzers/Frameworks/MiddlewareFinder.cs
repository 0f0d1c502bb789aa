using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

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
                var (value, model) = facts.Resolve(given, application.Model);
                foreach (var element in value.Elements()) yield return Entry(application.Object.Framework, element, application.Key, model);
            }
        }

        // Each `add_middleware` of Starlette and FastAPI wraps what was there before: the last one added meets requests first.
        var added = facts.Registrations.Where(fact => fact.Registration.Kind == RegistrationKind.Middleware && fact.Registration.Form == "method").ToList();
        var wrapping = added.Where(IsWrapping).Reverse();
        foreach (var fact in wrapping.Concat(added.Where(fact => !IsWrapping(fact))))
        {
            if (fact.Decorated is FunctionDef function)
                yield return new MiddlewareEntry(fact.Registration.Framework, fact.Model.GetDeclaredFunction(function)?.QualifiedName ?? function.Name, fact.ReceiverKey, new Location(fact.Model.Tree.Path, fact.Model.Tree.Text, fact.Node.Span));
            else if (fact.TargetArgument is { } target)
                yield return Entry(fact.Registration.Framework, target, fact.ReceiverKey, fact.Model) with { HasArguments = target is Call || fact.Call is { } call && call.Arguments.Length + call.Keywords.Length > 1 };
        }
    }

    private static bool IsWrapping(RegistrationFact fact) => fact.Registration.Framework.Id is "fastapi" or "starlette";

    private static MiddlewareEntry Entry(Framework framework, Expression element, string? key, SemanticModel model)
    {
        var target = element is Call { Arguments: [var first, ..] } wrapped && wrapped.Function.LastName() == "Middleware" ? first : element is Call call ? call.Function : element;
        return new MiddlewareEntry(framework, model.GetQualifiedName(target) ?? model.Tree.Text.ToString(target.Span), key, new Location(model.Tree.Path, model.Tree.Text, element.Span))
        {
            HasArguments = element is Call made && (made.Keywords.Length > 0 || made.Arguments.Length != (made.Function.LastName() == "Middleware" ? 1 : 0)),
        };
    }
}
