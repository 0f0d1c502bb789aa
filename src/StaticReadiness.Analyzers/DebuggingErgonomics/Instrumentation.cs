using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>What a project sets up to tell an operator about itself: a fact shared by the rules on logs, correlation and observability.</summary>
internal sealed class Instrumentation
{
    private const long LargestFile = 200_000;

    private static readonly ImmutableArray<string[]> Table = EmbeddedTable.Read("instrumentation.tsv");

    private static readonly FrozenDictionary<string, string[]> Modules = Table.Where(row => row[1] == "module").ToFrozenDictionary(row => row[0], row => row[2].Split(' '), StringComparer.Ordinal);

    private static readonly ImmutableArray<(string Word, string[] Purposes)> Words = [.. Table.Where(row => row[1] == "word").Select(row => (row[0], row[2].Split(' ')))];

    private static readonly FrozenSet<string> CorrelationKeys = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "X-Request-ID", "X-Correlation-ID", "X-Trace-ID", "X-Amzn-Trace-Id", "X-Cloud-Trace-Context", "traceparent", "HTTP_X_REQUEST_ID", "x-b3-traceid");

    // Plain words: they also name columns, parameters and fields of answers, and count only where something is logged.
    private static readonly FrozenSet<string> CorrelationNames = FrozenSet.Create(StringComparer.Ordinal, "request_id", "correlation_id", "trace_id", "req_id", "cid");

    private static readonly FrozenSet<string> LogVerbs = FrozenSet.Create(
        StringComparer.Ordinal, "debug", "info", "warning", "error", "exception", "critical", "log", "bind", "bind_contextvars", "contextualize", "new", "LoggerAdapter", "set_tag", "set_tags", "set_context", "set_attribute", "scope");

    private readonly Dictionary<string, (Location Location, string Message)> found = [];

    private Instrumentation(Project project)
    {
        foreach (var (tree, file) in ApplicationTrees.Of(project))
        {
            foreach (var node in tree.Root.DescendantsAndSelf()) Examine(node, tree);
            if (Configuration is { } place && place.Path == tree.Path && (CommandLineCode.IsScript(tree, file) || SecretFiles.IsNamedForTests(file))) Configuration = null;
        }

        foreach (var file in project.Files.Files)
            if (!file.IsPython && file.Role is FileRoles.Application or FileRoles.Script && file.Length <= LargestFile && IsConfiguration(file) && file.ReadText().TryGet(out var text)) Examine(file, text.Content);
    }

    /// <summary>Where logging is configured; null when nothing does.</summary>
    public Location? Configuration { get; private set; }

    public static Instrumentation Of(Project project) => project.GetFact(static p => new Instrumentation(p));

    /// <summary>The first proof that a purpose is served, or null.</summary>
    public (Location Location, string Message)? Find(params ReadOnlySpan<string> purposes)
    {
        foreach (var purpose in purposes)
            if (found.TryGetValue(purpose, out var proof)) return proof;
        return null;
    }

    private void Examine(SyntaxNode node, SyntaxTree tree)
    {
        switch (node)
        {
            case Import import:
                foreach (var alias in import.Names) AddModule(alias.Name, alias, tree);
                break;
            case ImportFrom { Level: 0, Module: { } module } import:
                AddModule(module, import, tree);
                foreach (var alias in import.Names) AddModule($"{module}.{alias.Name}", import, tree);
                break;
            case Constant { StringValue: { Length: > 2 and < 100 } text }:
                if (CorrelationKeys.Contains(text) || IsFormat(text) || (CorrelationNames.Contains(text) && IsLogged(node))) Add(["correlation"], node, tree, "requests carry an id into the logs");
                else if (text is "/metrics" or "/metrics/") Add(["metrics"], node, tree, "metrics are served");
                else if (!text.Contains(' ') && (text.Contains('.') || IsInstalledApp(node))) AddModule(text, node, tree);
                break;
            case Call call:
                Examine(call, tree);
                break;
            case Keyword { Name: "request_id" or "correlation_id" or "trace_id", Parent: Call sent } when LogVerbs.Contains(sent.Function.LastName() ?? ""):
            case Assign { Targets: [Python.Syntax.Attribute { Name: "request_id" or "correlation_id" or "trace_id", Value: Name { Identifier: "record" } }] }:
                Add(["correlation"], node, tree, "requests carry an id into the logs");
                break;
            case ClassDef owner when owner.Bases.Any(parent => parent.LastName()?.EndsWith("Formatter", StringComparison.Ordinal) == true):
                if (owner.Body.Any(statement => statement.DescendantsAndSelf().Any(inner => inner is Call call && call.Function.LastName() is "dumps" or "to_json")))
                    Add(["structured"], node, tree, $"`{owner.Name}` formats log records as JSON");
                break;
            case Assign { Targets: [Name { Identifier: "LOGGING" or "LOGGING_CONFIG" or "LOG_CONFIG" or "logconfig_dict" }] }:
                Configuration ??= new Location(tree.Path, tree.Text, ((Assign)node).Targets[0].Span);
                if (((Assign)node).Value is Dict) Add(["dict-config"], ((Assign)node).Targets[0], tree, "logging is configured by `dictConfig`");
                break;
        }
    }

    private void Examine(Call call, SyntaxTree tree)
    {
        switch (call.Function.LastName())
        {
            case "dictConfig" when IsSetUp(call):
                Add(["dict-config"], call.Function, tree, "logging is configured by `dictConfig`");
                Configuration ??= new Location(tree.Path, tree.Text, call.Function.Span);
                break;
            case "basicConfig" or "fileConfig" when IsSetUp(call):
                Configuration ??= new Location(tree.Path, tree.Text, call.Function.Span);
                break;
            case "add" when call.KeywordValue("serialize").IsTrue():
                Add(["structured"], call, tree, "log records are serialised as JSON");
                break;
            case "contextualize" or "bind_contextvars":
                Add(["correlation"], call, tree, "what is known of a request is bound to its log records");
                break;
            case "ContextVar" when call.Arguments is [var first, ..] && (first.StringValue() ?? first.LastName()) is { } name && IdentifierWords.Split(name) is var words && words.Contains("request") | words.Contains("correlation") | words.Contains("trace"):
                Add(["correlation"], call, tree, $"`{name}` travels with the request");
                break;
        }
    }

    private void Examine(RepositoryFile file, string content)
    {
        foreach (var (word, purposes) in Words)
            if (content.Contains(word, StringComparison.Ordinal))
                foreach (var purpose in purposes) found.TryAdd(purpose, (Location.OfFile(file.Path), $"`{word}` is set up"));
    }

    // A module stands for the longest prefix the table knows: `opentelemetry.instrumentation.flask` is `opentelemetry`.
    private void AddModule(string module, SyntaxNode node, SyntaxTree tree)
    {
        for (var name = module; name.Length > 0; name = name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "")
        {
            if (!Modules.TryGetValue(name, out var purposes)) continue;
            Add(purposes, node, tree, $"`{name}` is used");
        }
    }

    private void Add(string[] purposes, SyntaxNode node, SyntaxTree tree, string message)
    {
        foreach (var purpose in purposes)
            if (!found.ContainsKey(purpose)) found.Add(purpose, (new Location(tree.Path, tree.Text, node.Span), message));
    }

    // `%(request_id)s`, `{request_id}` in the format of log lines.
    private static bool IsFormat(string text) =>
        CorrelationNames.Any(name => text.Contains($"%({name})", StringComparison.Ordinal) || (text.Contains($"{{{name}", StringComparison.Ordinal) && text.Contains("message", StringComparison.Ordinal)));

    // A key of `extra={…}` or of what is bound to a logger, an entry of the logging configuration, or what a filter or formatter puts on records.
    private static bool IsLogged(SyntaxNode node) => node.Ancestors().Any(ancestor => ancestor switch
    {
        Keyword { Name: "extra" } => true,
        Call call => LogVerbs.Contains(call.Function.LastName() ?? ""),
        Assign { Targets: [Name { Identifier: var name }] } => name.Contains("LOG", StringComparison.Ordinal),
        ClassDef owner => owner.Bases.Any(parent => parent.LastName() is { } name && (name.EndsWith("Filter", StringComparison.Ordinal) || name.EndsWith("Formatter", StringComparison.Ordinal))),
        _ => false,
    });

    // At import, or in a function whose name says that it sets logging up; a client class that configures it in passing is not the place.
    private static bool IsSetUp(Call call) =>
        call.EnclosingFunction() is not { } function || IdentifierWords.Split(function.Name).Any(word => word is "log" or "logging" or "logger" or "loggers" or "setup" or "configure" or "create" or "start");

    private static bool IsInstalledApp(SyntaxNode node) => node.Parent is List or Python.Syntax.Tuple && node.Ancestors().OfType<Assign>().FirstOrDefault() is { Targets: [Name { Identifier: var name }] } && name.EndsWith("APPS", StringComparison.Ordinal);

    private static bool IsConfiguration(RepositoryFile file) =>
        DebugSettings.IsDeployFile(file) || file.Name.Contains("log", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".sh", StringComparison.Ordinal) || file.Name.StartsWith("entrypoint", StringComparison.Ordinal);
}
