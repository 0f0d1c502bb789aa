using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Judges by its code what a view does for whoever is signed in: a function, or a class with methods for requests.</summary>
internal static class ExemptView
{
    private static readonly HashSet<string> MachineWords =
    [
        "webhook", "webhooks", "hook", "hooks", "callback", "callbacks", "api", "apis", "token", "tokens", "oauth", "oauth2", "oidc", "saml", "acs", "sso", "ping", "health", "metrics", "graphql", "notify", "notification",
        "notifications", "ipn", "bot", "event", "events", "inbound", "rpc", "xmlrpc", "jsonrpc", "soap", "receive", "receiver", "telegram", "slack", "sns", "dav", "caldav", "rest", "ajax", "json", "csp", "report", "beacon",
        "integration", "integrations", "ingest", "scim", "lti", "stripe", "paypal", "email", "sms", "twilio", "v1", "v2", "v3", "git", "upload", "endpoint", "proxy", "unsubscribe", "logout",
    ];

    private static readonly HashSet<string> ProofWords = ["signature", "hmac", "auth", "authorization", "authenticate", "authorize", "apikey", "secret", "jwt", "bearer", "token", "verify", "compare", "key"];

    /// <summary>Whether a view asks the visitor's cookies who is there.</summary>
    public static bool ActsForVisitor(SyntaxNode view) =>
        (view.Parent as ClassDef ?? view).DescendantsAndSelf().Any(node => node switch
        {
            Attribute { Name: "user" or "session", Value: var owner } => owner.LastName() is "request" or "self" or "g",
            Name { Identifier: "current_user" or "login_required" or "permission_required" or "staff_member_required" or "user_passes_test" } => true,
            Name { Identifier: "session", Parent: Subscript or Attribute } => true,
            ClassDef owner => owner.Bases.Any(parent => parent.LastName() is { } name && (name.EndsWith("RequiredMixin", StringComparison.Ordinal) || name is "UserPassesTestMixin")),
            _ => false,
        });

    /// <summary>Whether a view may change something: one that looks at nothing but the query changes nothing a forged request could be after.</summary>
    public static bool MayChange(SyntaxNode view) =>
        (view as ClassDef ?? (view is FunctionDef { Name: "dispatch" } ? view.Parent as ClassDef : null)) is { } owner ? owner.Body.OfType<FunctionDef>().Any(method => method.Name is "post" or "put" or "patch" or "delete" or "form_valid" or "save")
        : view.DescendantsAndSelf().OfType<Expression>().Any(part =>
            (part.LastName() ?? part.StringValue()) is "POST" or "body" or "FILES" or "save" or "delete" or "create" or "update" or "login" or "PUT" or "DELETE" or "post");

    /// <summary>Whether machines call a view: they bring no cookies, so what is named for them, or checks a signature or key of its own, needs no other protection.</summary>
    public static bool IsForMachines(SyntaxNode view, RepositoryFile file)
    {
        var owner = view as ClassDef ?? view.FirstAncestor<ClassDef>();
        var names = new[] { file.Path, (view as FunctionDef)?.Name ?? "", owner?.Name ?? "" }.Concat(owner?.Bases.Select(parent => parent.LastName() ?? "") ?? []);
        return names.SelectMany(IdentifierWords.Split).Any(MachineWords.Contains)
            || owner?.Bases.Any(parent => parent.LastName() is { } name && (name.EndsWith("APIView", StringComparison.Ordinal) || name.EndsWith("ViewSet", StringComparison.Ordinal))) == true
            || DecoratorsOf(view).Any(IsForMachines) || ProvesItself(view);
    }

    private static bool IsForMachines(Expression decorator) =>
        (decorator is Call call ? call.Function : decorator).LastName() is { } name
        && (name is "require_GET" or "require_safe" or "api_view" || IdentifierWords.Split(name).Any(word => ProofWords.Contains(word) || MachineWords.Contains(word)));

    private static bool ProvesItself(SyntaxNode view) =>
        view.DescendantsAndSelf().OfType<Expression>().Any(part => (part.LastName() ?? part.StringValue()) is { Length: < 60 } name && IdentifierWords.Split(name).Any(ProofWords.Contains));

    private static IEnumerable<Expression> DecoratorsOf(SyntaxNode view) => view switch { FunctionDef function => function.Decorators, ClassDef owner => owner.Decorators, _ => [] };
}
