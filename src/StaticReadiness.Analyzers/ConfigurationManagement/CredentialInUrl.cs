using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports URLs and connection strings that carry a password.</summary>
public sealed class CredentialInUrl : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0502",
        "credential-in-url",
        "A URL carries a password",
        "a `{0}` URL carries the password of `{1}`{2}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "configuration-management",
        "secrets")
    {
        Cwe = [798, 522],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineConstant, SyntaxKind.Constant);
        context.RegisterProjectAction(ExamineFiles);
    }

    private static void ExamineConstant(SyntaxNodeContext context)
    {
        var literal = (Constant)context.Node;
        if (literal.ConstantKind != ConstantKind.String || literal.Text is not { Length: >= 10 } text || UrlCredential.Find(text) is not { } found || SecretFormats.Find(text).Any()) return;
        if (literal.Parent is ExpressionStatement || IsExplained(literal) || SecretFiles.IsNamedForTests(context.File)) return;
        context.Examined();
        var isForDevelopment = DebugSettings.IsForDevelopment(literal, context.File);
        if (PutAside.Contains(context.Project, context.File)) return;
        if (found.IsDefault && (isForDevelopment || SecretFiles.IsTemplate(context.File.Name) || RefusedDefaults.IsKeptFromProduction(literal))) return;
        Report(context, context.LocationOf(literal), found, isForDevelopment);
    }

    private static void ExamineFiles(ProjectContext context)
    {
        context.NotApplicable("no URL carries a password");
        foreach (var file in context.Project.Files.Files)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (file.Role != FileRoles.Application || file.Name == "tox.ini" || !SecretFiles.IsSearched(file) || !SecretFiles.HasSettings(file) || !file.ReadText().TryGet(out var text)) continue;
            var knowsDefault = false;
            foreach (var pair in KeyValueLines.Read(text))
            {
                // A token of a known format in the place of a password is a finding of its own.
                if (UrlCredential.Find(pair.Value) is not { } found || SecretFormats.Find(pair.Value).Any()) continue;
                // One default serves all services of a file; saying so once is enough.
                if (found.IsDefault && knowsDefault) continue;
                knowsDefault |= found.IsDefault;
                context.Examined();
                if (found.IsDefault && (DebugSettings.IsDevelopmentFile(file) || Starts(file, text, found.Host))) continue;
                Report(context, new Location(file.Path, text, pair.Span), found, DebugSettings.IsDevelopmentFile(file));
            }
        }
    }

    // A compose file that starts the server too: who has the one has the other.
    private static bool Starts(RepositoryFile file, SourceText text, string host) =>
        ComposeFile.IsComposeFile(file) && (text.Content.Contains($"\n  {host}:", StringComparison.Ordinal) || text.Content.Contains($"\n    {host}:", StringComparison.Ordinal));

    private static bool IsExplained(Constant literal) =>
        literal.Ancestors().TakeWhile(node => node is Expression or Keyword).Any(node =>
            node is Keyword { Name: "example" or "examples" or "description" or "help" or "help_text" or "placeholder" or "title" or "json_schema_extra" }
            || node is Call call && (call.Function.LastName() is "compile" or "match" or "sub" or "search" or "_" or "gettext" or "gettext_lazy"));

    private static void Report(RuleContext context, Location location, UrlCredential found, bool isForDevelopment)
    {
        var note = found.IsKnown ? ", a default everybody knows" : found.IsOnOwnHost ? ", of a server on the machine itself" : "";
        context.Report(context.CreateDiagnostic(location, found.Scheme, found.User, note) with
        {
            Severity = found.IsDefault || isForDevelopment ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
            MaskedSpans = [location.Span],
        });
    }
}
