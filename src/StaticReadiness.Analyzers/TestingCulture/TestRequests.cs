using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>What the tests of a project ask for: the paths they write, the routes they name, the functions they mention; a fact shared by rules.</summary>
internal sealed class TestRequests
{
    private const long LongestFile = 500_000;

    private static readonly HashSet<string> Verbs = ["get", "post", "put", "patch", "delete", "head", "options", "request", "websocket_connect", "websocket", "open", "fetch", "post_json", "put_json", "patch_json", "delete_json", "ws_connect"];

    /// <summary>Words of a function or variable whose text is the name of a route.</summary>
    private static readonly HashSet<string> NameWords = ["url", "urls", "reverse", "path", "route", "view", "endpoint", "redirect", "redirects", "link", "page", "viewname", "urlname"];

    private readonly Dictionary<string, PathPattern> paths = [];
    private readonly HashSet<string> names = [];
    private readonly HashSet<string> mentioned = [];
    private readonly HashSet<string> addressVariables = [];
    private readonly List<string> variableAddresses = [];
    private int requests;
    private int computed;

    private TestRequests(Project project)
    {
        foreach (var tree in TestSuite.Of(project).Trees) Collect(tree, project.Compilation.GetSemanticModel(tree));
        foreach (var file in project.Files.Files)
            if (!file.IsPython && file.Length < LongestFile && IsScenario(file) && file.ReadText().TryGet(out var text)) CollectText(text.Content);
        computed += variableAddresses.Count(variable => !addressVariables.Contains(variable));
    }

    public static TestRequests Of(Project project) => project.GetFact(static p => new TestRequests(p));

    /// <summary>Whether so many requests go to computed addresses that nobody can say which routes they reach.</summary>
    public bool AreComputed => computed * 3 > requests;

    /// <summary>Whether a tool or a loop goes through the routes of the application itself.</summary>
    public bool GoThroughAll { get; private set; }

    public bool Request(PathPattern route) => paths.Values.Any(route.Accepts);

    /// <summary>Whether a test names a route, with or without its namespace.</summary>
    public bool NamesRoute(string route) => names.Contains(route) || names.Contains($"{route}-list") || names.Contains($"{route}-detail") || names.Any(name => name.StartsWith(route + "-", StringComparison.Ordinal));

    /// <summary>Whether a test mentions a function or class of the application by its own name.</summary>
    public bool Mentions(string name) => !Verbs.Contains(name) && mentioned.Contains(name);

    private void Collect(SyntaxTree tree, SemanticModel model)
    {
        foreach (var node in tree.Root.DescendantsAndSelf())
        {
            switch (node)
            {
                case Constant { StringValue: { } text } constant when constant.Parent is not (JoinedStr or BinOp { Operator: BinaryOperator.Add or BinaryOperator.Mod }):
                    AddText(text, constant);
                    break;
                case JoinedStr or BinOp { Operator: BinaryOperator.Add or BinaryOperator.Mod } when node.Parent is not BinOp:
                    AddPath(TextOf((Expression)node, model));
                    break;
                case Call call:
                    if (call.Function is Attribute { Name: "format" or "join" }) AddPath(TextOf(call, model));
                    AddRequest(call, model);
                    break;
                case Assign { Targets: [var target] } assign when target.LastName() is { } variable && IsAddress(assign.Value, model):
                    addressVariables.Add(variable);
                    break;
                case Name name:
                    mentioned.Add(name.Identifier);
                    break;
                case Attribute attribute:
                    mentioned.Add(attribute.Name);
                    if (IsLoopOverRoutes(attribute)) GoThroughAll = true;
                    break;
                case ImportFrom import:
                    foreach (var alias in import.Names) mentioned.Add(alias.Name);
                    if (import.Module is { } module && ModuleNames.TopLevel(module) == "schemathesis") GoThroughAll = true;
                    break;
                case Import import when import.Names.Any(alias => alias.Name == "schemathesis"):
                    GoThroughAll = true;
                    break;
            }
        }
    }

    // `for route in app.routes: client.get(route.path)`
    private static bool IsLoopOverRoutes(Attribute routes) =>
        routes.Name is "iter_rules" or "routes" or "url_map" or "urlpatterns" && routes.FirstAncestor<For>() is { } loop && loop.Iterable.Start <= routes.Start && routes.End <= loop.Iterable.End
        && loop.Body.DescendantsInScope().Any(node => node is Call { Function: Attribute { Name: "get" or "post" or "request" or "open" or "options", Value: var client } } && client.LastName() is { } name && name.Contains("client", StringComparison.OrdinalIgnoreCase));

    private void AddText(string text, Constant constant)
    {
        if (text.Contains('/')) AddPath(text);
        else if (text.Length is > 0 and < 80 && !text.Contains(' ') && (text.Contains(':') || IsName(constant))) names.Add(text[(text.LastIndexOfAny([':', '.']) + 1)..]);
    }

    // `reverse("shop:order-list")`, `url_for("orders.show")`, `view_name = "order-list"`.
    private static bool IsName(Constant constant) => constant.Parent switch
    {
        Call call => call.Function.LastName() is { } name && IdentifierWords.Split(name).Any(NameWords.Contains),
        Keyword { Name: { } name } => IdentifierWords.Split(name).Any(NameWords.Contains),
        Assign { Targets: [var target, ..] } => target.LastName() is { } name && IdentifierWords.Split(name).Any(NameWords.Contains),
        Python.Syntax.Tuple or List => true,
        _ => false,
    };

    private void AddPath(string text)
    {
        if (text.Length < 300 && !paths.ContainsKey(text) && PathPattern.OfRequest(text) is { } path && (path.HasLiteral || path.IsRoot)) paths.Add(text, path);
    }

    private void AddRequest(Call call, SemanticModel model)
    {
        if (call.Function is not Attribute { Name: var verb, Value: var receiver } || !Verbs.Contains(verb) || call.Argument(verb == "request" ? 1 : 0, "url") is not { } address) return;
        if (receiver.LastName() is not { } name || !IdentifierWords.Split(name).Any(word => word is "client" or "app" or "testapp" or "api" or "http" or "cli" or "session" or "ac" or "c" || word.EndsWith("client", StringComparison.Ordinal))) return;
        // What a helper is handed, its callers write.
        if (address is Name parameter && model.GetSymbol(parameter) is { IsParameter: true }) return;
        requests++;
        if (IsAddress(address, model)) return;
        if (address.LastName() is { } variable) variableAddresses.Add(variable);
        else computed++;
    }

    // A literal path with or without gaps, `reverse("name")`, a helper of the tests that puts the path together.
    private static bool IsAddress(Expression address, SemanticModel model)
    {
        if (address is Call { Arguments: [Constant { StringValue: not null }, ..] }) return true;
        if (address is Call call && model.ResolveCall(call) is { } helper && helper.Tree.Path.Contains("test", StringComparison.Ordinal)) return true;
        var text = TextOf(address, model);
        return text == "/" || (text.Contains('/') && text.Any(char.IsLetter));
    }

    private static string TextOf(Expression expression, SemanticModel model) =>
        string.Concat(BuiltText.PiecesOf(expression, model).Select(piece => piece.Literal ?? PathPattern.Hole.ToString()));

    // Scenarios for other tools: requests of an editor, of Hurl, Tavern, Robot, Cypress, Playwright, k6.
    private static bool IsScenario(RepositoryFile file) =>
        file.Name.EndsWith(".http", StringComparison.Ordinal) || file.Name.EndsWith(".hurl", StringComparison.Ordinal) || file.Name.EndsWith(".postman_collection.json", StringComparison.Ordinal)
        || ((file.Role == FileRoles.Test || IdentifierWords.Split(file.Directory).Any(word => word is "e2e" or "cypress" or "playwright" or "k6")) && Path.GetExtension(file.Name) is ".yaml" or ".yml" or ".feature" or ".robot" or ".ts" or ".js" or ".json");

    private void CollectText(string content)
    {
        foreach (var token in content.Split(['"', '\'', '`', ' ', '\t', '\n', '\r', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries))
            if (token.Length is > 1 and < 200 && token.Contains('/')) AddPath(token.Contains('{') ? WithHoles(token) : token);
    }

    // `${id}` and `{{id}}` stand for values.
    private static string WithHoles(string token) =>
        string.Join('/', token.Split('/').Select(part => part.Contains('{') ? PathPattern.Hole.ToString() : part));
}
