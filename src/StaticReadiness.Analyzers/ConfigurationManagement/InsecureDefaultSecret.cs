using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports secrets with a default that everybody can read, which production takes over when nobody sets them.</summary>
public sealed class InsecureDefaultSecret : DiagnosticAnalyzer
{
    private static readonly FrozenSet<string> DevelopmentWords = FrozenSet.Create(
        StringComparer.Ordinal, "dev", "devel", "development", "local", "test", "tests", "testing", "ci", "example", "sample", "demo", "e2e");

    private static readonly FrozenSet<string> ServerWords = FrozenSet.Create(
        StringComparer.Ordinal, "db", "database", "postgres", "postgresql", "pg", "psql", "mysql", "mariadb", "mongo", "mongodb", "redis", "rabbit", "rabbitmq", "amqp", "broker", "minio", "neo4j", "clickhouse", "elasticsearch", "sql");

    private static readonly string[] Marks = ["django-insecure-", "changeme", "change-me", "change_me", "changethis", "change-this", "change_this", "change this", "change me", "insecure", "not-so-secret", "notsosecret", "replace-me", "replaceme", "supersecret", "super-secret", "super_secret", "secret-key", "secretkey", "secret_key", "your-secret", "my-secret", "keep-it-secret"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0504",
        "insecure-default-secret",
        "A secret falls back to a value everybody can read",
        "`{0}` {1} a value that stands in the repository",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "configuration-management",
        "secrets")
    {
        Cwe = [1188, 798],
        PeerIds = ["S105", "B105"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, PythonSecretCandidates.Kinds);
        context.RegisterProjectAction(static context => context.NotApplicable("nothing is named like a secret"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        if (context.Node is Compare || (context.Project.Kind is ProjectKind.Library or ProjectKind.Framework && context.File.Name == "settings.py" && DebugSettings.IsSettingsModule(context.File, context.Tree))) return;
        if (IsPlain(context.Node)) return;
        foreach (var (name, value) in PythonSecretCandidates.Of(context.Node))
        {
            var key = KeyOf(value) ?? name;
            if (!IsSigningOrPassword(SecretNames.KindOf(name)) && !IsSigningOrPassword(SecretNames.KindOf(key))) continue;
            if (IsForDevelopment(context) || PutAside.Contains(context.Project, context.File)) return;
            if (PythonSecretCandidates.ReadsEnvironment(value)) context.Prove("configuration-management/secrets", context.LocationOf(value), $"`{name}` comes from outside the code");
            // `self.password or "guest"` speaks to another service as its manual says.
            if (value is BoolOp or IfExp && !PythonSecretCandidates.ReadsEnvironment(value)) continue;
            foreach (var (literal, isFallback) in PythonSecretCandidates.Literals(value))
            {
                if (literal.Text is not { Length: > 0 } text) continue;
                context.Examined();
                if (isFallback ? !IsInsecureFallback(text, key) : !IsWellKnown(text) || text.Equals(name, StringComparison.OrdinalIgnoreCase) || !IsSetting(context.Node)) continue;
                // `config.get("connect", "password")` of a file of settings: a section, then the name.
                if (isFallback && text.Equals(name, StringComparison.OrdinalIgnoreCase) && !key.Any(char.IsAsciiLetterUpper)) continue;
                if (IsRefused(text, literal) || IsForDebugging(literal) || (text.Contains(' ') && text.Contains(key, StringComparison.OrdinalIgnoreCase)) || IsStandIn(name) || IsStandIn(key)) continue;
                if (RefusedDefaults.IsKeptFromProduction(literal) || RefusedDefaults.Cover(context.Project, name, key, text)) continue;
                context.Report(context.CreateDiagnostic(context.LocationOf(literal), key, isFallback ? "falls back to" : "is set to") with
                {
                    Severity = IsShownToOwnServer(key, text) ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
                    MaskedSpans = [literal.Span],
                });
            }
        }
    }

    // Most nodes have one name, and it is no secret's; the key of a value that reads the environment is another one.
    private static bool IsPlain(SyntaxNode node) => node switch
    {
        Keyword { Name: { } name, Value: var value } => IsPlain(name, value),
        Parameter parameter => parameter.Default is not { } value || IsPlain(parameter.Name, value),
        Assign { Targets: [Name { Identifier: var name }], Value: var value } => IsPlain(name, value),
        Assign { Targets: [Python.Syntax.Attribute { Name: var name }], Value: var value } => IsPlain(name, value),
        _ => false,
    };

    private static bool IsPlain(string name, Expression value) => value is not (Call or BoolOp) && !IsSigningOrPassword(SecretNames.KindOf(name));

    // Generated values have a rule of their own; a sentence is a message, no value.
    private static bool IsInsecureFallback(string text, string key) => IsWellKnown(text) || (!SecretEntropy.LooksGenerated(text) && !text.Contains(' ') && text is not ("placeholder" or "0" or "1") && !IsSwitch(key) && !IsOfMail(key) && !IsOfClient(key) && !IsMadeUp(text) && !text.StartsWith("your-", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("your_", StringComparison.OrdinalIgnoreCase) && !text.StartsWith('/') && !text.Contains("://") && !text.Equals(key, StringComparison.OrdinalIgnoreCase));

    // `ENABLE_EMAIL_PASSWORD` says whether there is one.
    private static bool IsSwitch(string key) => IdentifierWords.Split(key) is [var first, ..] && first is "enable" or "disable" or "use" or "is" or "has" or "allow" or "require" or "show" or "skip" or "force" or "no";

    // With a made-up password a mail server lets nobody in.
    private static bool IsOfMail(string key) => IdentifierWords.Split(key).Exists(word => word is "email" or "mail" or "smtp");

    // `DEV_SECRET_KEY`, `SAMPLE_MASTER_KEY`: the name is there to tell the value apart.
    private static bool IsStandIn(string name) => IdentifierWords.Split(name).Exists(DevelopmentWords.Contains);

    // A password with which every server of its kind comes lets nobody in where the server has got another one.
    private static bool IsShownToOwnServer(string key, string text) =>
        UrlCredential.IsKnownDefault(text) && IdentifierWords.Split(key).Exists(ServerWords.Contains);

    // Whom an application is to another service, the service says: with a made-up secret it lets nobody in.
    private static bool IsOfClient(string key) => IdentifierWords.Split(key) is [.., "client", "secret"];

    private static bool IsMadeUp(string text) => text.StartsWith("fake", StringComparison.OrdinalIgnoreCase);

    private static bool IsWellKnown(string text)
    {
        foreach (var mark in Marks)
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase)) return true;
        return text.ToLowerInvariant() is "secret" or "dev" or "development" or "key";
    }

    private static bool IsSigningOrPassword(SecretKind kind) => kind is SecretKind.Secret or SecretKind.Key or SecretKind.Password;

    // A setting stands at the top of a module or class, or in the application's configuration.
    private static bool IsSetting(SyntaxNode node) => node switch
    {
        Assign { Targets: [Name], Parent: Module or ClassDef or If or Try } or AnnAssign { Parent: Module or ClassDef } => true,
        Assign { Targets: [Python.Syntax.Attribute or Subscript { Value: Python.Syntax.Attribute { Name: "config" } }] } => true,
        Keyword { Name: "SECRET_KEY" or "secret_key" or "cookie_secret" } => true,
        _ => false,
    };

    private static bool IsForDevelopment(SyntaxNodeContext context) =>
        SecretFiles.IsNamedForTests(context.File) || IdentifierWords.Split(context.File.Path).Any(DevelopmentWords.Contains)
        || context.Node.Ancestors().Any(node => node is ClassDef { Name: var owner } && IdentifierWords.Split(owner).Any(DevelopmentWords.Contains)
            || node is FunctionDef { Name: var function } && IdentifierWords.Split(function).Any(DevelopmentWords.Contains)
            || node is If guard && guard.Test.DescendantsAndSelf().Any(inner => inner is Name or Python.Syntax.Attribute && IdentifierWords.Split(((Expression)inner).LastName()!).Any(word => word is "debug" or "testing" or "dev" or "test")));

    private static string? KeyOf(Expression value) => value switch
    {
        Call { Arguments: [var key, ..] } read when PythonSecretCandidates.ReadsEnvironment(read) => key.StringValue(),
        BoolOp either => either.Values.Select(KeyOf).FirstOrDefault(key => key is not null),
        _ => null,
    };

    // `if settings.SECRET_KEY == "changethis": raise` stops the start.
    private static bool IsRefused(string text, Constant literal) =>
        literal.Ancestors().Last().DescendantsAndSelf().Any(node =>
            (node is Constant other && other != literal && other.Text == text && other.Parent is Compare or (List or Set or Python.Syntax.Tuple) and { Parent: Compare })
            || (node is Name named && named.Parent is Compare && literal.Parent is Assign { Targets: [Name constant] } && constant.Identifier == named.Identifier && IsAboutDefault(named.Identifier)));

    // `if SECRET_KEY == DEFAULT_SECRET_KEY: raise`
    private static bool IsAboutDefault(string name) => IdentifierWords.Split(name).Exists(word => word is "default" or "insecure" or "placeholder" or "fallback");

    // `"xxx" if DEBUG else ""`
    private static bool IsForDebugging(Constant literal) =>
        literal.Ancestors().TakeWhile(node => node is Expression or Keyword).OfType<IfExp>().Any(choice => choice.Body.Span.Contains(literal.Start) && MentionsDevelopment(choice.Test));

    private static bool MentionsDevelopment(Expression test) =>
        test.DescendantsAndSelf().Any(inner => inner is Name or Python.Syntax.Attribute && IdentifierWords.Split(((Expression)inner).LastName()!).Any(word => word is "debug" or "testing" or "dev" or "test"))
        && test is not UnaryOp;
}
