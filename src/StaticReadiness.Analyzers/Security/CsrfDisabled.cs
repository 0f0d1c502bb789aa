using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports browser-facing views and applications whose protection from forged requests is off.</summary>
public sealed class CsrfDisabled : DiagnosticAnalyzer
{
    private const string Criterion = "security/csrf-cors-hosts";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1301",
        "csrf-disabled",
        "The protection from forged requests is off",
        "`{0}` accepts requests that other sites make in the visitor's name",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "security",
        "csrf-cors-hosts")
    {
        Cwe = [352],
        PeerIds = ["S4502"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineDecorated, SyntaxKind.FunctionDef, SyntaxKind.ClassDef);
        context.RegisterSyntaxNodeAction(ExamineSetting, SyntaxKind.Assign);
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no protection from forged requests is touched"));
    }

    private static void ExamineDecorated(SyntaxNodeContext context)
    {
        var (decorators, name) = context.Node switch
        {
            FunctionDef function => (function.Decorators, function.Name),
            ClassDef owner => (owner.Decorators, owner.Name),
            _ => ([], ""),
        };
        foreach (var decorator in decorators)
        {
            var target = decorator is Call { Arguments: [var wrapped, ..] } call && call.Function.LastName() == "method_decorator" ? wrapped : decorator;
            if (!IsExemption(target, context)) continue;
            context.Examined();
            if (IsOpen(context.Node, target, context) && !decorators.TakeWhile(outer => outer != decorator).Any(outer => HidesExemption(outer, context))) context.Report(decorator, name);
        }
    }

    // The exemption is an attribute of the function: a decorator above it that puts another function in its place, without `wraps`, takes it away.
    private static bool HidesExemption(Expression decorator, SyntaxNodeContext context) =>
        context.Node is FunctionDef && context.Model.ResolveFunction(decorator is Call call ? call.Function : decorator)?.Definition is { } maker
        && maker.Body.OfType<FunctionDef>().Any()
        && !maker.DescendantsAndSelf().Any(node => node is Expression part && part.LastName() is "wraps" or "update_wrapper" or "user_passes_test" or "csrf_exempt" or "login_required" or "permission_required");

    // A view of which the visitor's cookies ask nothing gives a forged request nothing; without the middleware the exemption changes nothing.
    private static bool IsOpen(SyntaxNode view, Expression exemption, SyntaxNodeContext context) =>
        ExemptView.ActsForVisitor(view) && ExemptView.TakesForms(view) && !ExemptView.IsReturn(view, context.File) && (ExemptView.IsForSessions(view, context.Model) || !ExemptView.IsForMachines(view, context.File, context.Model)) && (exemption.LastName() == "exempt" || (ExemptView.MayChange(view) && !LacksMiddleware(context)));

    // That the list has no such middleware is a finding of its own.
    private static bool LacksMiddleware(SyntaxNodeContext context)
    {
        var entries = FrameworkModel.Of(context.Project).Middleware.Where(entry => entry.Framework.Id == "django").ToList();
        return entries.Count > 0 && !entries.Exists(entry => entry.Name.Contains("csrf", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsExemption(Expression decorator, SyntaxNodeContext context) => decorator.LastName() switch
    {
        "csrf_exempt" => context.Model.GetQualifiedName(decorator) == "django.views.decorators.csrf.csrf_exempt",
        "exempt" => decorator is Attribute { Value: var owner } && owner.LastName() is "csrf" or "csrf_protect" or "csrfprotect",
        _ => false,
    };

    private static void ExamineSetting(SyntaxNodeContext context)
    {
        var assign = (Assign)context.Node;
        if (assign.Targets is not [Name { Identifier: "MIDDLEWARE" or "WTF_CSRF_ENABLED" } or Subscript { Index: Constant { StringValue: "WTF_CSRF_ENABLED" } }]) return;
        if (ProductionSettings.Read(context) is not ({ } name, { } value)) return;
        if (name == "WTF_CSRF_ENABLED")
        {
            context.Examined();
            if (value.IsFalse() && KnowsVisitors(context)) context.Report(assign, context.Tree.Text.ToString(assign.Span));
            return;
        }

        var middleware = value.StringElements();
        // Without sessions no cookie says who is there: `libs.middleware.AuthenticationMiddleware` may ask for a token.
        if (value is not (List or Python.Syntax.Tuple) || !Ends(middleware, ".AuthenticationMiddleware") || !Ends(middleware, "SessionMiddleware")) return;
        context.Examined();
        if (middleware.FirstOrDefault(entry => entry.Contains("csrf", StringComparison.OrdinalIgnoreCase)) is { } guard) context.Prove(Criterion, context.LocationOf(assign.Targets[0]), $"`{guard[(guard.LastIndexOf('.') + 1)..]}` is in place");
        else if (!IsForApi(context) && ServesVisitors(context) && !ChecksItself(context)) context.Report(assign.Targets[0], "MIDDLEWARE without CsrfViewMiddleware");
    }

    // Django REST Framework checks sessions by itself, and so does Django's administration.
    private static bool IsForApi(SyntaxNodeContext context)
    {
        var handlers = FrameworkModel.Of(context.Project).Handlers.Where(handler => handler.Role == HandlerRole.Route).ToList();
        return handlers.Exists(handler => handler.Framework.Id == "drf") && !handlers.Exists(handler => handler.Framework.Id == "django" && handler.Function.Definition is { } view && ExemptView.MayChange(view.Parent as ClassDef ?? (SyntaxNode)view));
    }

    // Where views are known and none of them asks the session who is there, or signs somebody in, a forged request is nobody's.
    private static bool ServesVisitors(SyntaxNodeContext context)
    {
        var views = FrameworkModel.Of(context.Project).Handlers.Where(handler => handler.Role == HandlerRole.Route && handler.Framework.Id is "django" or "drf").ToList();
        return views.Count == 0 || views.Exists(handler => handler.Framework.Id == "django" && handler.Function.Definition is { } view
            && ((ExemptView.ActsForVisitor(view) && ExemptView.MayChange(view.Parent as ClassDef ?? (SyntaxNode)view)) || ExemptView.SignsIn(view, context.Project.Compilation.GetSemanticModel(handler.Function.Tree))));
    }

    // Who sends a token with each request is not known by a cookie, and no other site can send it.
    private static bool KnowsVisitors(SyntaxNodeContext context) =>
        context.Project.Trees.Any(tree => tree.Root.Body.Any(statement => statement switch
        {
            ImportFrom { Level: 0, Module: "flask" or "quart" } import => import.Names.Any(alias => alias.Name == "session"),
            ImportFrom { Level: 0, Module: { } module } => module is "flask_login" or "flask_security" or "flask_user" or "flask_admin" or "flask_appbuilder" || module.StartsWith("flask_login.", StringComparison.Ordinal) || module.StartsWith("flask_security.", StringComparison.Ordinal),
            Import import => import.Names.Any(alias => alias.Name is "flask_login" or "flask_security"),
            _ => false,
        }) || (tree.MayMention("session") && tree.Root.DescendantsAndSelf().Any(node => node is Attribute { Name: "session", Value: Name { Identifier: "flask" or "quart" } })));

    // `@csrf_protect` on the views, or a check of one's own in place of the middleware's.
    private static bool ChecksItself(SyntaxNodeContext context) =>
        context.Project.Trees.Any(tree => tree.Text.Content.Contains("csrf", StringComparison.Ordinal)
            && tree.Root.DescendantsAndSelf().Any(node => node is Name { Identifier: "csrf_protect" or "check_csrf" or "verify_csrf" or "validate_csrf" or "requires_csrf_token" }));

    private static bool Ends(IEnumerable<string> entries, string name) => entries.Any(entry => entry.EndsWith(name, StringComparison.Ordinal));

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        switch (call.Function.LastName())
        {
            // `path("address", csrf_exempt(AddressView.as_view()))`
            case "csrf_exempt" when call.Arguments is [var wrapped] && IsExemption(call.Function, context):
                context.Examined();
                if (ViewOf(wrapped, context) is { } view && IsOpen(view, call.Function, context)) context.Report(call.Function, wrapped is Call made ? made.Function.DottedName() ?? "view" : wrapped.DottedName() ?? "view");
                break;
            case "CSRFProtect" or "CSRFConfig" or "CSRFMiddleware":
                context.Examined();
                context.Prove(Criterion, context.LocationOf(call.Function), $"`{call.Function.LastName()}` is in place");
                break;
            case "Application" when call.KeywordValue("xsrf_cookies") is { } cookies && context.Model.GetQualifiedName(call.Function) == "tornado.web.Application":
                context.Examined();
                if (cookies.IsFalse()) context.Report(cookies.Parent!, "xsrf_cookies=False");
                break;
            case "set_default_csrf_options" when call.Argument(0, "require_csrf") is { } required:
                context.Examined();
                if (required.IsFalse()) context.Report(required, "require_csrf=False");
                break;
        }
    }

    private static SyntaxNode? ViewOf(Expression view, SyntaxNodeContext context) => view switch
    {
        Call { Function: Attribute { Name: "as_view", Value: var owner } } => context.Model.ResolveClass(owner)?.Node,
        _ => context.Model.ResolveFunction(view)?.Definition,
    };
}
