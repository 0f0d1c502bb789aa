using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports credentials written into code and configuration files, without ever showing them.</summary>
public sealed class HardcodedSecret : DiagnosticAnalyzer
{
    private const string Criterion = "configuration-management/secrets";

    private static readonly RuleOption<bool> NamedValues = new("named-values", false, "whether values are reported as well that no format gives away, only a name that calls them a password, secret, key or token");

    private static readonly RuleOption<bool> AllFormats = new("all-formats", false, "whether formats are reported as well that often stand in a repository on purpose: private keys, web tokens, keys of sandboxes, Google API keys, and tokens in examples and documents");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0501",
        "hardcoded-secret",
        "A credential stands in the repository",
        "{0} stands in the repository",
        DiagnosticSeverity.Error,
        Precision.High,
        "configuration-management",
        "secrets")
    {
        Cwe = [798, 259, 321],
        PeerIds = ["S105", "S106", "S107", "B105", "B106", "B107"],
        AppliesTo = NamedSecrets.Roles | FileRoles.Example | FileRoles.Documentation,
        Options = [AllFormats, NamedValues],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineConstant, SyntaxKind.Constant);
        context.RegisterSyntaxTreeAction(ExamineTree);
        context.RegisterProjectAction(ExamineFiles);
    }

    private static void ExamineTree(SyntaxTreeContext context)
    {
        ProveStores(context);
        if (context.GetOption(NamedValues)) NamedSecrets.Examine(context);
    }

    // Literals alone hold tokens, those put together from several included; docstrings, most of their text, are not looked at.
    private static void ExamineConstant(SyntaxNodeContext context)
    {
        if (context.Node is not Constant { ConstantKind: ConstantKind.String or ConstantKind.Bytes, Span.Length: >= 20, Parent: not ExpressionStatement } literal) return;
        if (literal.Text is not { Length: >= 20 } text) return;
        foreach (var match in SecretFormats.Find(text))
            if (!SecretLiterals.IsDocumentation(literal) && Opens(match, text, context.File, context) && !IsForTrials(match, literal, context.File)
                && !IsStandInKey(match, context.Tree.Text.Content, literal.Start, context.File) && !SecretPlaces.IsForEverybody(match.Format, context.Tree.Text, literal.Start))
                SecretReport.Write(context, literal, Describe(match), SeverityOf(match, context.File));
    }

    // Types that do not show what they hold, and clients of services that keep secrets.
    private static void ProveStores(SyntaxTreeContext context)
    {
        if (context.File.Role != FileRoles.Application || !SecretStores.MayBeUsed(context.Tree)) return;
        foreach (var node in context.Tree.Root.DescendantsAndSelf())
            if (SecretStores.Describe(node) is { } proof) context.Prove(Criterion, context.LocationOf(node), proof);
    }

    private static void ExamineFiles(ProjectContext context)
    {
        var takesNamed = context.GetOption(NamedValues);
        var takesAll = context.GetOption(AllFormats);
        context.NotApplicable(takesNamed ? "no setting is named like a secret and no text looks like one" : "no text has the form of a credential");
        foreach (var file in context.Project.Files.Files)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!SecretFiles.IsSearched(file) || (!takesAll && !takesNamed && SecretPlaces.IsForShow(file)) || !file.ReadText().TryGet(out var text)) continue;
            foreach (var match in SecretFormats.Find(text.Content))
                if (Opens(match, text.Content, file, context) && !IsStandInKey(match, text.Content, match.Start, file) && !(match.Format.IsPrivateKey && LocalCertificates.Serve(file, text, context)) && !SecretPlaces.IsForEverybody(match.Format, text, match.Start))
                    SecretReport.Write(context, new Location(file.Path, text, new TextSpan(match.Start, match.Length)), Describe(match), SeverityOf(match, file));
            if (takesNamed) NamedSecrets.Examine(context, file, text);
        }
    }

    private static bool Opens(SecretMatch match, string text, RepositoryFile file, RuleContext context) =>
        (context.GetOption(AllFormats) || (match.Format.IsAlwaysReported && !SecretPlaces.IsForShow(file))) && !SecretPlaces.IsInSignedUrl(text, match.Start) && Counts(match, file) && !SecretFiles.IsNamedForTests(file) && (match.Format.IsLive || !(SecretPlaces.IsForTrials(file) || DebugSettings.IsDevelopmentFile(file)))
        && (match.Format.Id != "jwt" || WebTokenClaims.OpenSomething(text.AsSpan(match.Start, match.Length), context.Project.Today));

    // Documents show tokens of every kind; only those that could be live are worth a look there. A key in an example is made for it.
    private static bool Counts(SecretMatch match, RepositoryFile file) =>
        (match.Format.IsLive && !(match.Format.IsPrivateKey && file.Role == FileRoles.Example))
        || (!file.Name.Contains("openapi", StringComparison.OrdinalIgnoreCase) && !file.Name.Contains("swagger", StringComparison.OrdinalIgnoreCase) && (file.Role & (FileRoles.Documentation | FileRoles.Example)) == FileRoles.None);

    // A service knows no difference between the tokens of developers and others; keys and what opens less are made for a trial.
    private static bool IsForTrials(SecretMatch match, Constant literal, RepositoryFile file) =>
        (match.Format.IsPrivateKey || !match.Format.IsLive) && (SecretPlaces.IsForTrials(literal, file) || SecretPlaces.IsNamedForTrials(literal));

    private static bool IsStandInKey(SecretMatch match, string text, int position, RepositoryFile file) =>
        match.Format.IsPrivateKey && (SecretPlaces.IsNamedForOneMachine(file) || SecretPlaces.IsForTrials(file) || SecretPlaces.BelongsToStandIn(text, position));

    // Keys that containers and developers' machines are set up with open those.
    private static DiagnosticSeverity SeverityOf(SecretMatch match, RepositoryFile file) =>
        match.Format.IsPrivateKey && SecretPlaces.IsForDevelopment(file) ? DiagnosticSeverity.Note
        : match.Format.IsLive && file.Role != FileRoles.Application ? DiagnosticSeverity.Warning : match.Format.Level;

    private static string Describe(SecretMatch match) =>
        $"a {match.Format.Title} (`{match.Format.Prefix}…`, {match.Length} characters)";
}
