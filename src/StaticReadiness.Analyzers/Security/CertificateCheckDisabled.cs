using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ErrorHandling;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports encrypted connections that accept any certificate.</summary>
public sealed class CertificateCheckDisabled : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1307",
        "certificate-check-disabled",
        "An encrypted connection accepts any certificate",
        "`{0}` accepts any certificate",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "security",
        "transport")
    {
        Cwe = [295],
        PeerIds = ["S501", "B501", "S323", "B323", "S4830", "S5527"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterSyntaxNodeAction(ExamineAssignment, SyntaxKind.Assign);
        context.RegisterProjectAction(project => project.NotApplicable("no encrypted connection is opened by a known library"));
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        var last = call.Function.LastName();
        if (last == "_create_unverified_context" && context.Model.GetQualifiedName(call.Function) == "ssl._create_unverified_context")
        {
            context.Examined();
            if (!CertificateSwitches.IsOptional(call) && !PutAside.Contains(context.Project, context.File) && !IsForOwnMachine(call)) context.Report(call.Function, "ssl._create_unverified_context()");
            return;
        }

        var keyword = call.Keywords.FirstOrDefault(candidate => CertificateSwitches.Has(candidate.Name));
        if (keyword is null && !OutboundCalls.MayBe(last)) return;
        if ((context.Model.GetQualifiedName(call.Function) ?? GuessedName(call, context)) is not { } name) return;
        if (OutboundCalls.Find(name) is not null) context.Examined();
        if (keyword is null || !CertificateSwitches.IsBad(name, keyword.Name!, keyword.Value)) return;
        context.Examined();
        if (!CertificateSwitches.IsOptional(call) && !PutAside.Contains(context.Project, context.File) && !IsLook(call) && !IsOwnMachine(call) && !IsOwnNetwork(call, context)) context.Report(keyword, context.Tree.Text.ToString(keyword.Span));
    }

    // `self.session.get(url, verify=False)` where the session's type is not known but requests is what the file works with.
    private static string? GuessedName(Call call, SyntaxNodeContext context) =>
        call.KeywordValue("verify").IsFalse() && call.Function is Attribute { Name: "get" or "post" or "put" or "patch" or "delete" or "head" or "request" }
        && context.Tree.Root.Body.OfType<Import>().Any(import => import.Names.Any(alias => alias.Name is "requests" or "httpx")) ? "requests.request" : null;

    // `requests.head(url, verify=False)` behind a check that failed asks whether something is there: nothing is sent, and nothing of the answer is used.
    private static bool IsLook(Call call) =>
        call.Function.LastName() == "head" && call.KeywordValue("headers") is null && call.KeywordValue("auth") is null && call.FirstAncestor<ExceptHandler>()?.Type.LastName() == "SSLError";

    // A proxy that reads along has a certificate of its own; what stands behind an address without a name has none that fits.
    private static bool IsOwnNetwork(Call call, SyntaxNodeContext context) =>
        call.Function.LastName() is "ProxyManager" or "proxy_from_url"
        // An address that is asked under another host's name has a certificate for neither.
        || call.KeywordValue("headers") is Dict headers && headers.Keys.Any(key => string.Equals(key?.StringValue(), "Host", StringComparison.OrdinalIgnoreCase))
        || call.Arguments.Take(1).Append(call.KeywordValue("url")).OfType<Expression>().SelectMany(Followed).SelectMany(address => address.DescendantsAndSelf()).OfType<Attribute>().Any(part =>
            part.Name == "ip_address" || (part.Name.EndsWith("_url", StringComparison.Ordinal) && ReachesAddress(part.Name, context.Project, 2)));

    // A property that is put together of an address without a name, also through another property.
    private static bool ReachesAddress(string property, Project project, int steps) =>
        project.Functions.Any(function => function.Name == property && function.Definition is { } definition && definition.Body.DescendantsInScope().OfType<Attribute>().Any(part =>
            part.Name == "ip_address" || (steps > 0 && part.Value is Name { Identifier: "self" } && part.Name != property && ReachesAddress(part.Name, project, steps - 1))));

    // The value of a variable of the function, when the address is one.
    private static IEnumerable<Expression> Followed(Expression address) =>
        address is Name name && address.EnclosingFunction() is { } function
            ? function.Body.DescendantsInScope().OfType<Assign>().Where(assign => assign.Targets is [Name target] && target.Identifier == name.Identifier).Select(assign => assign.Value)
            : [address];

    // `url = f"https://127.0.0.1:{port}/health"`, then `urlopen(url, context=ssl._create_unverified_context())`
    private static bool IsForOwnMachine(Call call) =>
        call.EnclosingFunction() is { } function && function.Body.DescendantsInScope().OfType<Constant>().Any(constant => constant.StringValue is { } text
            && (text.StartsWith("https://localhost", StringComparison.Ordinal) || text.StartsWith("https://127.0.0.1", StringComparison.Ordinal)));

    private static bool IsOwnMachine(Call call) =>
        call.Arguments.Any(argument => (argument is JoinedStr { Values: [var first, ..] } ? first : argument).StringValue() is { } text
            && (text.Contains("//localhost", StringComparison.Ordinal) || text.Contains("//127.0.0.1", StringComparison.Ordinal)));

    private static void ExamineAssignment(SyntaxNodeContext context)
    {
        if (context.Node is not Assign { Targets: [Attribute target], Value: var value }) return;
        var isOff = target.Name switch
        {
            "verify" => value.IsFalse() && context.Model.GetType(target.Value)?.QualifiedName is "requests.Session" or "requests.sessions.Session" or "httpx.Client",
            "verify_mode" => value.LastName() == "CERT_NONE" && context.Model.GetQualifiedName(value) == "ssl.CERT_NONE",
            "_create_default_https_context" => value.LastName() == "_create_unverified_context",
            _ => false,
        };
        if (!isOff) return;
        context.Examined();
        if (!CertificateSwitches.IsOptional(context.Node) && !PutAside.Contains(context.Project, context.File)) context.Report(context.Node, context.Tree.Text.ToString(context.Node.Span));
    }
}
