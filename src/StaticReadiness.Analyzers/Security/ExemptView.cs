using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
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

    private static readonly HashSet<string> PaymentWords = ["payment", "payments", "pay", "checkout", "gateway", "bank", "billing", "purchase", "deposit", "wallet", "razorpay", "paytm", "payu", "sslcommerz", "zarinpal", "donation"];

    private static readonly HashSet<string> ReturnWords = ["verify", "verification", "return", "returned", "result", "response", "success", "successful", "succeeded", "fail", "failed", "failure", "complete", "completed", "done", "confirm", "confirmation", "cancel", "cancelled", "handler", "paymenthandler", "status", "finish"];

    // What a form of another site can do nothing with.
    private static readonly HashSet<string> ReadingWords = ["search", "find", "filter", "list", "lookup", "suggest", "suggestions", "autocomplete", "preview", "query", "browse", "get", "fetch", "load", "show", "count", "stats"];

    private static readonly HashSet<string> WritingNames = ["save", "delete", "create", "update", "update_or_create", "get_or_create", "bulk_create", "login", "remove", "add", "set", "send", "commit", "execute", "insert"];

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

    /// <summary>Whether Django's own guard asks the session who is there: then no name makes a view one for machines, only a signature does.</summary>
    public static bool IsForSessions(SyntaxNode view, SemanticModel model) =>
        DecoratorsOf(view).Concat((view as ClassDef)?.Bases ?? []).Concat((view.Parent as ClassDef)?.Bases ?? [])
            .Any(guard => model.GetQualifiedName(guard is Call call ? call.Function : guard) is { } name
                && (name.StartsWith("django.contrib.auth.decorators.", StringComparison.Ordinal) || name.StartsWith("django.contrib.auth.mixins.", StringComparison.Ordinal) || name.StartsWith("django.contrib.admin.views.decorators.", StringComparison.Ordinal)))
        && !DecoratorsOf(view).Any(decorator => decorator.LastName() is "require_GET" or "require_safe" || (decorator as Call)?.Function.LastName() is "api_view")
        && !view.DescendantsAndSelf().OfType<Expression>().Any(part => (part.LastName() ?? part.StringValue()) is { Length: < 60 } name && IdentifierWords.Split(name).Any(word => word is "signature" or "hmac" or "bearer" or "jwt"));

    /// <summary>Whether a view opens a session of Django's for somebody.</summary>
    public static bool SignsIn(SyntaxNode view, SemanticModel model) =>
        view.DescendantsAndSelf().Any(node => node is Call call && call.Function.LastName() == "login" && model.GetQualifiedName(call.Function)?.StartsWith("django.contrib.auth.", StringComparison.Ordinal) == true);

    /// <summary>Whether a view is where a payment's provider sends the visitor back to, with a form of its own: no token of this site can be in it.</summary>
    public static bool IsReturn(SyntaxNode view, RepositoryFile file)
    {
        var words = new[] { file.Path, (view as FunctionDef)?.Name ?? "", (view as ClassDef ?? view.FirstAncestor<ClassDef>())?.Name ?? "" }.SelectMany(IdentifierWords.Split).ToHashSet();
        return words.Overlaps(PaymentWords) && words.Overlaps(ReturnWords);
    }

    /// <summary>Whether a view may change something: one that looks at nothing but the query changes nothing a forged request could be after.</summary>
    public static bool MayChange(SyntaxNode view) =>
        (view as ClassDef ?? (view is FunctionDef { Name: "dispatch" } ? view.Parent as ClassDef : null)) is { } owner ? owner.Body.OfType<FunctionDef>().Any(method => method.Name is "post" or "put" or "patch" or "delete" or "form_valid" or "save")
        : !OnlyReads(view) && view.DescendantsAndSelf().OfType<Expression>().Any(part =>
            (part.LastName() ?? part.StringValue()) is "POST" or "body" or "FILES" or "save" or "delete" or "create" or "update" or "update_or_create" or "get_or_create" or "bulk_create" or "login" or "PUT" or "DELETE" or "post");

    // `def search(request)` of which nothing writes
    private static bool OnlyReads(SyntaxNode view) =>
        view is FunctionDef { Name: var name } && IdentifierWords.Split(name).Exists(ReadingWords.Contains)
        && !view.DescendantsAndSelf().Any(node => node is Call call && WritingNames.Contains(call.Function.LastName() ?? "") || node is Assign assign && assign.Targets.Any(target => target is Attribute || target is Subscript { Value: var owner } && owner.LastName() == "session"));

    /// <summary>Whether a form of another site can send what a view takes: browsers ask before they send a PUT, PATCH or DELETE.</summary>
    public static bool TakesForms(SyntaxNode view) =>
        !AsksForOtherMethods(view) && !DecoratorsOf(view).Any(decorator => decorator is Call route
            && (route.Function.LastName() is "put" or "patch" or "delete" || route.KeywordValue("methods")?.Elements() is { } methods && methods.Any() && methods.All(method => method.StringValue()?.ToUpperInvariant() is "PUT" or "PATCH" or "DELETE" or "GET" or "HEAD" or "OPTIONS")));

    // `if request.method == "PUT"`, and nothing about POST
    private static bool AsksForOtherMethods(SyntaxNode view)
    {
        var methods = view.DescendantsAndSelf().OfType<Constant>().Select(constant => constant.StringValue).Where(text => text is "PUT" or "PATCH" or "DELETE" or "POST").ToHashSet();
        return view is FunctionDef && methods.Count > 0 && !methods.Contains("POST") && !view.DescendantsAndSelf().Any(node => node is Attribute { Name: "POST" or "FILES" });
    }

    /// <summary>Whether machines call a view: they bring no cookies, so what is named for them, or checks a signature or key of its own, needs no other protection.</summary>
    public static bool IsForMachines(SyntaxNode view, RepositoryFile file, SemanticModel model)
    {
        var owner = view as ClassDef ?? view.FirstAncestor<ClassDef>();
        var names = new[] { file.Path, (view as FunctionDef)?.Name ?? "", owner?.Name ?? "" }.Concat(owner?.Bases.Select(parent => parent.LastName() ?? "") ?? []);
        return names.SelectMany(IdentifierWords.Split).Any(MachineWords.Contains)
            || owner?.Bases.Any(parent => parent.LastName() is { } name && (name.EndsWith("APIView", StringComparison.Ordinal) || name.EndsWith("ViewSet", StringComparison.Ordinal))) == true
            || DecoratorsOf(view).Any(IsForMachines) || ProvesItself(view, model);
    }

    private static bool IsForMachines(Expression decorator) =>
        (decorator is Call call ? call.Function : decorator).LastName() is { } name
        && (name is "require_GET" or "require_safe" or "api_view" || IdentifierWords.Split(name).Any(word => ProofWords.Contains(word) || MachineWords.Contains(word)));

    // `auth.get_user(request)` of Django asks the session.
    private static bool ProvesItself(SyntaxNode view, SemanticModel model) =>
        view.DescendantsAndSelf().OfType<Expression>().Any(part => !(part is Name { Identifier: "auth" } && model.GetQualifiedName(part) == "django.contrib.auth") && (part.LastName() ?? part.StringValue()) is { Length: < 60 } name && IdentifierWords.Split(name).Any(ProofWords.Contains));

    private static IEnumerable<Expression> DecoratorsOf(SyntaxNode view) => view switch { FunctionDef function => function.Decorators, ClassDef owner => owner.Decorators, _ => [] };
}
