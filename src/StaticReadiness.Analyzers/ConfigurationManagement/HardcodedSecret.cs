using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Analyzers.Security;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports credentials written into code and configuration files, without ever showing them.</summary>
public sealed class HardcodedSecret : DiagnosticAnalyzer
{
    private const string Criterion = "configuration-management/secrets";

    private const FileRoles NamedRoles = FileRoles.Application | FileRoles.Script | FileRoles.Migration;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0501",
        "hardcoded-secret",
        "A credential stands in the repository",
        "{0} stands in the repository",
        DiagnosticSeverity.Error,
        Precision.Preview,
        "configuration-management",
        "secrets")
    {
        Cwe = [798, 259, 321],
        PeerIds = ["S105", "S106", "S107", "B105", "B106", "B107"],
        AppliesTo = NamedRoles | FileRoles.Example | FileRoles.Documentation,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineNamed, PythonSecretCandidates.Kinds);
        context.RegisterSyntaxNodeAction(ExamineConstant, SyntaxKind.Constant);
        context.RegisterSyntaxNodeAction(ProveStore, SyntaxKind.Import, SyntaxKind.ImportFrom, SyntaxKind.Call);
        context.RegisterProjectAction(ExamineFiles);
    }

    private static void ExamineNamed(SyntaxNodeContext context)
    {
        if ((context.File.Role & NamedRoles) == FileRoles.None) return;
        foreach (var (name, value) in PythonSecretCandidates.Of(context.Node))
        {
            var kind = SecretNames.KindOf(name);
            if (kind == SecretKind.None) continue;
            if (SecretFiles.IsNamedForTests(context.File) || (kind == SecretKind.Key && IsTrialProject(context))) return;
            // Comparing with a plain word asks for a state, not for the key.
            if (kind == SecretKind.Key && context.Node is Compare) kind = SecretKind.Secret;
            if (PythonSecretCandidates.ReadsEnvironment(value))
            {
                context.Examined();
                context.Prove(Criterion, context.LocationOf(value), $"`{name}` comes from outside the code");
            }

            foreach (var (literal, isFallback) in PythonSecretCandidates.Literals(value))
            {
                if (literal.Text is not { Length: > 0 } text) continue;
                if (!isFallback) context.Examined();
                if (SecretFormats.Find(text).Any()) continue;
                if (IsDocumentation(literal) || UrlCredential.Find(text) is not null || (IsOfDevelopment(kind, text) && IsForTrials(context, literal))) continue;
                if (isFallback ? SecretEntropy.LooksGenerated(text) && SecretValues.IsSecret(SecretKind.Token, name, text, inCode: true) : SecretValues.IsSecret(kind, name, text, inCode: true))
                    Report(context, literal, Describe(name, text), SeverityOf(context, kind, text, isFallback));
            }
        }
    }

    private static void ExamineConstant(SyntaxNodeContext context)
    {
        var literal = (Constant)context.Node;
        if (literal.ConstantKind is not (ConstantKind.String or ConstantKind.Bytes) || literal.Text is not { Length: >= 20 } text) return;
        foreach (var match in SecretFormats.Find(text))
            if (Counts(match, context.File) && !SecretFiles.IsNamedForTests(context.File) && !IsDocumentation(literal))
                Report(context, literal, Describe(match), SeverityOf(match, context.File));
    }

    // Types that do not show what they hold, and clients of services that keep secrets.
    private static void ProveStore(SyntaxNodeContext context)
    {
        if (context.File.Role == FileRoles.Application && SecretStores.Describe(context.Node) is { } proof) context.Prove(Criterion, context.LocationOf(context.Node), proof);
    }

    private static void ExamineFiles(ProjectContext context)
    {
        context.NotApplicable("no setting is named like a secret and no text looks like one");
        foreach (var file in context.Project.Files.Files)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!SecretFiles.IsSearched(file) || !file.ReadText().TryGet(out var text)) continue;
            foreach (var match in SecretFormats.Find(text.Content).Where(match => Counts(match, file) && !(match.Format.IsPrivateKey && IsStandInKey(match, file, text, context))))
                Report(context, new Location(file.Path, text, new TextSpan(match.Start, match.Length)), Describe(match), SeverityOf(match, file));
            var isNotebook = file.Name.EndsWith(".ipynb", StringComparison.Ordinal);
            if (!isNotebook && !SecretFiles.HasSettings(file)) continue;
            foreach (var pair in isNotebook || file.Name.EndsWith(".json", StringComparison.Ordinal) ? QuotedPairs.Read(text, isNotebook) : KeyValueLines.Read(text)) ExaminePair(context, file, text, pair);
        }
    }

    private static void ExaminePair(ProjectContext context, RepositoryFile file, SourceText text, SecretCandidate pair)
    {
        var kind = SecretNames.KindOf(pair.Name);
        if (kind == SecretKind.None || pair.Value.Length == 0) return;
        context.Examined();
        if ((IsOfDevelopment(kind, pair.Value) && SecretPlaces.IsForTrials(file)) || SecretPlaces.IsBesideDevelopmentMode(text, pair.Span.Start)) return;
        if (!SecretFormats.Find(pair.Value).Any() && UrlCredential.Find(pair.Value) is null && SecretValues.IsSecret(kind, pair.Name, pair.Value, inCode: false))
            Report(context, new Location(file.Path, text, pair.Span), Describe(pair.Name, pair.Value), SeverityOf(kind, pair.Value, file, text, pair.Span.Start));
    }

    private static bool IsStandInKey(SecretMatch match, RepositoryFile file, SourceText text, ProjectContext context) =>
        SecretPlaces.IsNamedForOneMachine(file) || SecretPlaces.BelongsToStandIn(text.Content, match.Start) || LocalCertificates.Serve(file, text, context);

    // The settings beside a library are those of its own trial project.
    private static bool IsTrialProject(SyntaxNodeContext context) =>
        context.Project.Kind is ProjectKind.Library or ProjectKind.Framework && context.File.Name == "settings.py" && DebugSettings.IsSettingsModule(context.File, context.Tree);

    // Keys that containers and developers' machines are set up with open those.
    private static DiagnosticSeverity SeverityOf(SecretMatch match, RepositoryFile file) =>
        match.Format.IsPrivateKey && SecretPlaces.IsForDevelopment(file) ? DiagnosticSeverity.Note
        : match.Format.IsLive && file.Role == FileRoles.Application ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;

    private static DiagnosticSeverity SeverityOf(SecretKind kind, string value, RepositoryFile file, SourceText text, int position) =>
        IsLive(kind, value, file) ? DiagnosticSeverity.Error
        : SecretPlaces.IsForTrials(file) || (IsOfDevelopment(kind, value) && (SecretPlaces.IsForDevelopment(file) || SecretPlaces.IsBesideOwnHost(text, position))) ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning;

    private static DiagnosticSeverity SeverityOf(SyntaxNodeContext context, SecretKind kind, string value, bool isFallback) =>
        !isFallback && IsLive(context, kind, value) ? DiagnosticSeverity.Error
        : IsOfDevelopment(kind, value) && ProductionSettings.IsForDevelopment(context.Node, context) ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning;

    // Tests that drive a browser type passwords too.
    private static bool IsForTrials(SyntaxNodeContext context, Constant literal) =>
        SecretPlaces.IsForTrials(literal, context.File) || (context.Node is Parameter && context.Tree.MayMention("selenium"));

    // A signing key, a password, or what somebody chose: a developer's machine has its own. Generated tokens come from a service, which knows no such difference.
    private static bool IsOfDevelopment(SecretKind kind, string value) => kind is SecretKind.Key or SecretKind.Password || !SecretEntropy.LooksGenerated(value);

    // Generated, under a name that opens accounts or signs, in what production runs: somebody means it. Keys of applications (`API_KEY`) come with many programs and stay a warning.
    private static bool IsLive(SecretKind kind, string value, RepositoryFile file) =>
        kind is SecretKind.Key or SecretKind.Secret or SecretKind.Password && file.Role == FileRoles.Application
        && value.Length >= 20 && SecretEntropy.LooksGenerated(value) && !DebugSettings.IsDevelopmentFile(file);

    private static bool IsLive(SyntaxNodeContext context, SecretKind kind, string value) =>
        IsLive(kind, value, context.File) && context.Node is not (Compare or Parameter) && !ProductionSettings.IsForDevelopment(context.Node, context)
        && (context.Node is not (Assign { Parent: Module or ClassDef } or AnnAssign) || !IsUpperCase(context.Node) || ProductionSettings.Read(context) is not null || !DebugSettings.IsSettingsModule(context.File, context.Tree));

    private static bool IsUpperCase(SyntaxNode node) => (node is Assign { Targets: [var only] } ? only : (node as AnnAssign)?.Target) is Name { Identifier: var name } && name == name.ToUpperInvariant();

    // Documents show tokens of every kind; only those that could be live are worth a look there. A key in an example is made for it.
    private static bool Counts(SecretMatch match, RepositoryFile file) =>
        (match.Format.IsLive && !(match.Format.IsPrivateKey && file.Role == FileRoles.Example))
        || (!file.Name.Contains("openapi", StringComparison.OrdinalIgnoreCase) && !file.Name.Contains("swagger", StringComparison.OrdinalIgnoreCase) && (file.Role & (FileRoles.Documentation | FileRoles.Example)) == FileRoles.None);

    // `Field(examples=["whsec_…"])` and docstrings explain a format.
    private static bool IsDocumentation(Constant literal) =>
        literal.Parent is ExpressionStatement
        || literal.Ancestors().TakeWhile(node => node is Expression or Keyword).OfType<Keyword>().Any(keyword => keyword.Name is "example" or "examples" or "description" or "help" or "json_schema_extra" or "openapi_extra");

    private static string Describe(string name, string value) => $"the value of `{name}` ({value.Length} characters)";

    private static string Describe(SecretMatch match) =>
        $"a {match.Format.Title} (`{match.Format.Prefix}…`, {match.Length} characters)";

    private static void Report(SyntaxNodeContext context, Constant literal, string what, DiagnosticSeverity severity)
    {
        if (!SecretPlaces.IsCalledPublic(literal, context.Tree) && !SecretPlaces.IsCalledStandIn(literal)) Report(context, context.LocationOf(literal), what, severity);
    }

    private static void Report(ProjectContext context, Location location, string what, DiagnosticSeverity severity)
    {
        if (location.Text is not { } text || !SecretPlaces.IsCalledPublic(text, location.Span.Start)) Report((RuleContext)context, location, what, severity);
    }

    private static void Report(RuleContext context, Location location, string what, DiagnosticSeverity severity) =>
        context.Report(context.CreateDiagnostic(location, what) with { Severity = severity, MaskedSpans = [location.Span] });
}
