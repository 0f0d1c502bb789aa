using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Security;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Finds values that no format gives away: a name calls them a secret, and they look like one.</summary>
internal static class NamedSecrets
{
    public const FileRoles Roles = FileRoles.Application | FileRoles.Script | FileRoles.Migration;

    /// <summary>Examines the names and values that Python code makes.</summary>
    public static void Examine(SyntaxTreeContext context)
    {
        if ((context.File.Role & Roles) == FileRoles.None || SecretFiles.IsNamedForTests(context.File)) return;
        foreach (var node in context.Tree.Root.DescendantsAndSelf())
            if (PythonSecretCandidates.Kinds.Contains(node.Kind)) ExamineNode(node, context);
    }

    /// <summary>Examines the settings of a file beside the code.</summary>
    public static void Examine(ProjectContext context, RepositoryFile file, SourceText text)
    {
        var isNotebook = file.Name.EndsWith(".ipynb", StringComparison.Ordinal);
        if (!isNotebook && !SecretFiles.HasSettings(file)) return;
        foreach (var pair in isNotebook || file.Name.EndsWith(".json", StringComparison.Ordinal) ? QuotedPairs.Read(text, isNotebook) : KeyValueLines.Read(text)) ExaminePair(context, file, text, pair);
    }

    private static void ExamineNode(SyntaxNode node, SyntaxTreeContext context)
    {
        foreach (var (name, value) in PythonSecretCandidates.Of(node))
        {
            var kind = SecretNames.KindOf(name);
            if (kind == SecretKind.None) continue;
            if (kind == SecretKind.Key && IsTrialProject(context)) return;
            // Comparing with a plain word asks for a state, not for the key.
            if (kind == SecretKind.Key && node is Compare) kind = SecretKind.Secret;
            if (PythonSecretCandidates.ReadsEnvironment(value)) context.Examined();
            foreach (var (literal, isFallback) in PythonSecretCandidates.Literals(value)) ExamineLiteral(node, context, kind, name, literal, isFallback);
        }
    }

    private static void ExamineLiteral(SyntaxNode node, SyntaxTreeContext context, SecretKind kind, string name, Constant literal, bool isFallback)
    {
        if (literal.Text is not { Length: > 0 } text) return;
        if (!isFallback) context.Examined();
        if (SecretFormats.Find(text).Any()) return;
        if (SecretLiterals.IsDocumentation(literal) || UrlCredential.Find(text) is not null || (IsOfDevelopment(kind, text) && IsForTrials(node, context, literal))) return;
        if (isFallback ? SecretEntropy.LooksGenerated(text) && SecretValues.IsSecret(SecretKind.Token, name, text, inCode: true) : SecretValues.IsSecret(kind, name, text, inCode: true))
            SecretReport.Write(context, literal, Describe(name, text), SeverityOf(node, context, kind, text, isFallback));
    }

    private static void ExaminePair(ProjectContext context, RepositoryFile file, SourceText text, SecretCandidate pair)
    {
        var kind = SecretNames.KindOf(pair.Name);
        if (kind == SecretKind.None || pair.Value.Length == 0) return;
        context.Examined();
        if ((IsOfDevelopment(kind, pair.Value) && SecretPlaces.IsForTrials(file)) || SecretPlaces.IsBesideDevelopmentMode(text, pair.Span.Start)) return;
        if (!SecretFormats.Find(pair.Value).Any() && UrlCredential.Find(pair.Value) is null && SecretValues.IsSecret(kind, pair.Name, pair.Value, inCode: false))
            SecretReport.Write(context, new Location(file.Path, text, pair.Span), Describe(pair.Name, pair.Value), SeverityOf(kind, pair.Value, file, text, pair.Span.Start));
    }

    // The settings beside a library are those of its own trial project.
    private static bool IsTrialProject(SyntaxTreeContext context) =>
        context.Project.Kind is ProjectKind.Library or ProjectKind.Framework && context.File.Name == "settings.py" && DebugSettings.IsSettingsModule(context.File, context.Tree);

    private static DiagnosticSeverity SeverityOf(SecretKind kind, string value, RepositoryFile file, SourceText text, int position) =>
        IsLive(kind, value, file) ? DiagnosticSeverity.Error
        : SecretPlaces.IsForTrials(file) || (IsOfDevelopment(kind, value) && (SecretPlaces.IsForDevelopment(file) || SecretPlaces.IsBesideOwnHost(text, position))) ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning;

    private static DiagnosticSeverity SeverityOf(SyntaxNode node, SyntaxTreeContext context, SecretKind kind, string value, bool isFallback) =>
        !isFallback && IsLive(node, context, kind, value) ? DiagnosticSeverity.Error
        : IsOfDevelopment(kind, value) && ProductionSettings.IsForDevelopment(node, context) ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning;

    // Tests that drive a browser type passwords too.
    private static bool IsForTrials(SyntaxNode node, SyntaxTreeContext context, Constant literal) =>
        SecretPlaces.IsForTrials(literal, context.File) || (node is Parameter && context.Tree.MayMention("selenium"));

    // A signing key, a password, or what somebody chose: a developer's machine has its own. Generated tokens come from a service, which knows no such difference.
    private static bool IsOfDevelopment(SecretKind kind, string value) => kind is SecretKind.Key or SecretKind.Password || !SecretEntropy.LooksGenerated(value);

    // Generated, under a name that opens accounts or signs, in what production runs: somebody means it. Keys of applications (`API_KEY`) come with many programs and stay a warning.
    private static bool IsLive(SecretKind kind, string value, RepositoryFile file) =>
        kind is SecretKind.Key or SecretKind.Secret or SecretKind.Password && file.Role == FileRoles.Application
        && value.Length >= 20 && SecretEntropy.LooksGenerated(value) && !DebugSettings.IsDevelopmentFile(file);

    private static bool IsLive(SyntaxNode node, SyntaxTreeContext context, SecretKind kind, string value) =>
        IsLive(kind, value, context.File) && node is not (Compare or Parameter) && !ProductionSettings.IsForDevelopment(node, context)
        && (node is not (Assign { Parent: Module or ClassDef } or AnnAssign) || !IsUpperCase(node) || ProductionSettings.Read(node, context) is not null || !DebugSettings.IsSettingsModule(context.File, context.Tree));

    private static bool IsUpperCase(SyntaxNode node) => (node is Assign { Targets: [var only] } ? only : (node as AnnAssign)?.Target) is Name { Identifier: var name } && name == name.ToUpperInvariant();

    private static string Describe(string name, string value) => $"the value of `{name}` ({value.Length} characters)";
}
