using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports tests that call a host out in the world.</summary>
public sealed class NetworkInTest : DiagnosticAnalyzer
{
    private const string Criterion = "testing-culture/isolation";

    private static readonly HashSet<string> Callers =
    [
        "requests.get", "requests.post", "requests.put", "requests.patch", "requests.delete", "requests.head", "requests.options", "requests.request",
        "httpx.get", "httpx.post", "httpx.put", "httpx.patch", "httpx.delete", "httpx.head", "httpx.options", "httpx.request", "httpx.stream", "urllib.request.urlopen", "urllib.request.urlretrieve",
    ];

    /// <summary>Clients whose methods call as well, when they are made without a transport of the test's own.</summary>
    private static readonly HashSet<string> Clients = ["requests.Session", "requests.sessions.Session", "httpx.Client", "httpx.AsyncClient", "aiohttp.ClientSession", "aiohttp.client.ClientSession", "urllib3.PoolManager"];

    private static readonly HashSet<string> Verbs = ["get", "post", "put", "patch", "delete", "head", "options", "request", "stream"];

    /// <summary>Packages that stand for the network; a file or its conftest that imports one reaches nothing.</summary>
    private static readonly HashSet<string> Doubles =
        ["responses", "respx", "requests_mock", "httpretty", "aioresponses", "vcr", "pytest_vcr", "betamax", "pook", "httmock", "pytest_httpx", "pytest_httpserver", "mocket", "wiremock", "pytest_localserver", "pytest_recording", "aiointercept", "pretend", "nock", "gock"];

    private static readonly HashSet<string> DoubleFixtures =
        ["httpx_mock", "requests_mock", "respx_mock", "httpserver", "aioresponses", "mocked_responses", "responses", "vcr", "mock_requests", "mocker", "monkeypatch", "mock_get", "mock_post", "rmock", "m"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0607",
        "network-in-test",
        "A test calls a host out in the world",
        "`{0}` in `{1}` calls `{2}`",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "testing-culture",
        "isolation")
    {
        AppliesTo = FileRoles.Test,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.FunctionDef);
        context.RegisterSyntaxTreeAction(ProveDoubles);
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var test = (FunctionDef)context.Node;
        if (!TestFunctions.IsTest(test, context.File, context.Model)) return;
        context.Examined();
        if (!context.Tree.Text.Content.AsSpan(test.Start, test.End - test.Start).Contains("://", StringComparison.Ordinal)) return;
        var isAllowed = default(bool?);
        foreach (var node in test.Body.DescendantsInScope())
        {
            if (node is not Call { Arguments: [var first, ..] } call) continue;
            var address = call.Function.LastName() == "request" ? call.Argument(1, "url") : first;
            if (address is null || HostOf(address) is not { } host || !IsReal(host) || !Calls(call, context)) continue;
            isAllowed ??= IsMarked(test, context) || HasDouble(test) || FindDouble(context.Tree.Root) is not null;
            if (isAllowed.Value) return;
            context.Report(call.Function, context.Tree.Text.ToString(call.Function.Span), test.Name, host);
        }
    }

    private static bool Calls(Call call, SyntaxNodeContext context)
    {
        if (call.Function.LastName() is not { } last || (!Verbs.Contains(last) && last is not ("urlopen" or "urlretrieve")) || context.Model.GetQualifiedName(call.Function) is not { } name) return false;
        if (Callers.Contains(name)) return true;
        return name.LastIndexOf('.') is > 0 and var dot && Clients.Contains(name[..dot]) && !HasTransport(context.Tree);
    }

    // `httpx.Client(transport=…)`, `session.mount(…)`: the test decides where its requests go.
    private static bool HasTransport(SyntaxTree tree) =>
        tree.Text.Content.Contains("transport", StringComparison.OrdinalIgnoreCase) || tree.Text.Content.Contains("mounts=", StringComparison.Ordinal) || tree.Text.Content.Contains(".mount(", StringComparison.Ordinal)
        || tree.Text.Content.Contains("app=", StringComparison.Ordinal) || tree.Text.Content.Contains("connector=", StringComparison.Ordinal);

    // `@pytest.mark.network`, `@pytest.mark.integration`, `@patch(...)`: the test says what it does, or replaces the call.
    private static bool IsMarked(FunctionDef test, SyntaxNodeContext context) =>
        test.Decorators.Concat(test.Parent is ClassDef owner ? owner.Decorators : ImmutableArray<Expression>.Empty).Any(decorator =>
            IdentifierWords.Split(context.Tree.Text.ToString(decorator.Span)).Any(word => word is "network" or "integration" or "e2e" or "online" or "external" or "live" or "patch" or "mock" or "responses" or "respx" or "vcr" or "skip" or "skipif" or "cassette" or "activate" or "slow" or "remote"))
        || test.Decorators.Any(IsOwnMark)
        || IdentifierWords.Split(test.Name).Any(word => word is "network" or "internet" or "connectivity" or "online")
        || IdentifierWords.Split(context.Tree.Path).Any(word => word is "integration" or "e2e" or "functional" or "smoke" or "acceptance" or "live" or "system");

    // `@pytest.mark.asset_test`: a mark of the project's own lets the test be left out.
    private static bool IsOwnMark(Expression decorator) =>
        (decorator is Call call ? call.Function : decorator) is Python.Syntax.Attribute { Value: Python.Syntax.Attribute { Name: "mark" }, Name: var name }
        && name is not ("parametrize" or "django_db" or "asyncio" or "anyio" or "trio" or "usefixtures" or "filterwarnings" or "xfail" or "flaky" or "unit");

    private static bool HasDouble(FunctionDef test) =>
        test.Parameters.Positional.Any(parameter => DoubleFixtures.Contains(parameter.Name) || parameter.Name.Contains("mock", StringComparison.Ordinal))
        || test.DescendantsAndSelf().Any(node => node is Call call && call.Function.LastName() is "patch" or "object" or "Mocker" or "mock" or "setattr" or "use_cassette");

    private static string? HostOf(Expression address)
    {
        var text = address switch { Constant { StringValue: { } value } => value, JoinedStr { Values: [Constant { StringValue: { } first }, ..] } => first, _ => null };
        return text is not null && text.StartsWith("http", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? new Uri(text).Host : null;
    }

    /// <summary>Whether a host is a machine out in the world: reserved names, local names and addresses of private networks are not (RFC 2606, RFC 6761).</summary>
    private static bool IsReal(string host) =>
        host.Contains('.') && char.IsLetter(host[^1]) && !host.EndsWith(".test", StringComparison.Ordinal) && !host.EndsWith(".example", StringComparison.Ordinal) && !host.EndsWith(".invalid", StringComparison.Ordinal) && !host.EndsWith(".local", StringComparison.Ordinal)
        && !host.EndsWith(".localhost", StringComparison.Ordinal) && !host.EndsWith(".internal", StringComparison.Ordinal) && !host.EndsWith("example.com", StringComparison.Ordinal) && !host.EndsWith("example.org", StringComparison.Ordinal) && !host.EndsWith("example.net", StringComparison.Ordinal);

    private static void ProveDoubles(SyntaxTreeContext context)
    {
        if (FindDouble(context.Tree.Root) is { } import && import.Module != "pretend")
            context.Prove(Criterion, context.LocationOf(import.Node), $"`{import.Module}` stands for the network");
    }

    private static (SyntaxNode Node, string Module)? FindDouble(Module module)
    {
        foreach (var statement in module.Body)
        {
            var names = statement switch { Import import => import.Names.Select(alias => alias.Name), ImportFrom { Level: 0, Module: { } from } => [from], _ => [] };
            foreach (var name in names)
                if (Doubles.Contains(ModuleNames.TopLevel(name))) return (statement, name);
        }

        return null;
    }
}
