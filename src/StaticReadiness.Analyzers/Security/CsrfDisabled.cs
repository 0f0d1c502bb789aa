using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports browser-facing views and applications whose protection from forged requests is off.</summary>
public sealed class CsrfDisabled : DiagnosticAnalyzer
{
    private static readonly HashSet<string> MachineWords =
    [
        "webhook", "webhooks", "hook", "hooks", "callback", "callbacks", "api", "apis", "token", "tokens", "oauth", "oauth2", "oidc", "saml", "acs", "sso", "ping", "health", "metrics", "graphql", "notify", "notification",
        "notifications", "ipn", "bot", "event", "events", "inbound", "rpc", "xmlrpc", "jsonrpc", "soap", "receive", "receiver", "telegram", "slack", "sns", "dav", "caldav", "rest", "ajax", "json", "csp", "report", "beacon",
        "integration", "integrations", "ingest", "scim", "lti", "stripe", "paypal", "email", "sms", "twilio", "v1", "v2", "v3", "git", "upload", "endpoint", "proxy", "unsubscribe", "logout",
    ];

    private static readonly HashSet<string> ProofWords = ["signature", "hmac", "authorization", "authenticate", "authorize", "apikey", "secret", "jwt", "bearer", "token", "verify", "compare", "key"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1301",
        "csrf-disabled",
        "The protection from forged requests is off",
        "`{0}` accepts requests that other sites make in the visitor's name",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "security",
        "csrf-cors-hosts")
    {
        Cwe = [352],
        PeerIds = ["S4502"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineFunction, SyntaxKind.FunctionDef);
        context.RegisterSyntaxNodeAction(ExamineSetting, SyntaxKind.Assign);
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no protection from forged requests is touched"));
    }

    private static void ExamineFunction(SyntaxNodeContext context)
    {
        var function = (FunctionDef)context.Node;
        foreach (var decorator in function.Decorators)
        {
            var target = decorator is Call { Arguments: [var wrapped, ..] } call && call.Function.LastName() == "method_decorator" ? wrapped : decorator;
            if (!IsExemption(target, context)) continue;
            context.Examined();
            if (!IsForMachines(function, context) && (target.LastName() == "exempt" || MayChange(function))) context.Report(decorator, function.Name);
        }
    }

    private static bool IsExemption(Expression decorator, SyntaxNodeContext context) => decorator.LastName() switch
    {
        "csrf_exempt" => context.Model.GetQualifiedName(decorator) == "django.views.decorators.csrf.csrf_exempt",
        "exempt" => decorator is Attribute { Value: var owner } && owner.LastName() is "csrf" or "csrf_protect" or "csrfprotect",
        _ => false,
    };

    // A view that looks at nothing but the query changes nothing a forged request could be after.
    private static bool MayChange(FunctionDef function) =>
        function.Name == "dispatch" || function.Body.DescendantsInScope().OfType<Expression>().Any(part =>
            (part.LastName() ?? part.StringValue()) is "POST" or "body" or "FILES" or "save" or "delete" or "create" or "update" or "login" or "PUT" or "DELETE" or "post");

    // Machines bring no cookies: what is named for them, or checks a signature or key of its own, needs no other protection.
    private static bool IsForMachines(FunctionDef function, SyntaxNodeContext context) =>
        IdentifierWords.Split(context.File.Path).Concat(IdentifierWords.Split(function.Name))
            .Concat(function.Ancestors().OfType<ClassDef>().SelectMany(owner => IdentifierWords.Split(owner.Name).Concat(owner.Bases.SelectMany(parent => IdentifierWords.Split(parent.LastName() ?? ""))))).Any(MachineWords.Contains)
        || function.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName() is { } name
            && (name is "require_GET" or "require_safe" or "api_view" || IdentifierWords.Split(name).Any(word => ProofWords.Contains(word) || MachineWords.Contains(word))))
        || function.Body.DescendantsInScope().OfType<Expression>().Any(part => (part.LastName() ?? part.StringValue()) is { Length: < 60 } name && IdentifierWords.Split(name).Any(ProofWords.Contains));

    private static void ExamineSetting(SyntaxNodeContext context)
    {
        var assign = (Assign)context.Node;
        if (assign.Targets is not [Name { Identifier: "MIDDLEWARE" or "WTF_CSRF_ENABLED" } or Subscript { Index: Constant { StringValue: "WTF_CSRF_ENABLED" } }]) return;
        if (ProductionSettings.Read(context) is not ({ } name, { } value)) return;
        if (name == "WTF_CSRF_ENABLED")
        {
            context.Examined();
            if (value.IsFalse()) context.Report(assign, context.Tree.Text.ToString(assign.Span));
            return;
        }

        var middleware = value.StringElements();
        if (value is not (List or Python.Syntax.Tuple) || !middleware.Any(entry => entry.EndsWith(".AuthenticationMiddleware", StringComparison.Ordinal))) return;
        context.Examined();
        if (!middleware.Any(entry => entry.Contains("csrf", StringComparison.OrdinalIgnoreCase))) context.Report(assign.Targets[0], "MIDDLEWARE without CsrfViewMiddleware");
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        switch (call.Function.LastName())
        {
            case "CSRFProtect" or "CSRFConfig" or "CSRFMiddleware":
                context.Examined();
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
}
