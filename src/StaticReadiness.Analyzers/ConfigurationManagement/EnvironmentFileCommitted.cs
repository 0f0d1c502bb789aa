using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports <c>.env</c> files with values that git keeps, or would keep at the next commit.</summary>
public sealed class EnvironmentFileCommitted : DiagnosticAnalyzer
{
    private static readonly string[] PublicPrefixes = ["VITE_", "REACT_APP_", "NEXT_PUBLIC_", "NUXT_PUBLIC_", "PUBLIC_", "VUE_APP_", "COMPOSE_", "PYTHON"];

    private static readonly HashSet<string> Environments = ["prod", "production", "live", "staging", "stage", "qa", "uat", "preprod", "release", "deploy", "local"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0508",
        "environment-file-committed",
        "An environment file is in the repository",
        "`{0}` {1}{2}",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "configuration-management",
        "secrets")
    {
        Cwe = [538, 312],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no environment file");
        foreach (var file in context.Project.Files.Files)
        {
            if (!IsEnvironmentFile(file) || !file.ReadText().TryGet(out var text)) continue;
            var pairs = KeyValueLines.Read(text).Where(IsOwnValue).ToList();
            if (pairs.Count == 0) continue;
            var secrets = pairs.Count(pair => IsSecret(pair, text));
            // `params.env` of a deployment tool holds names of images and the like.
            if (secrets == 0 && (!IsRead(file.Name) || !pairs.Any(DiffersByDeployment))) continue;
            context.Examined();
            var state = file.Tracking == GitTracking.Untracked ? "is not ignored: the next commit takes it along" : "stands in the repository";
            context.Report(context.CreateDiagnostic(Location.OfFile(file.Path), file.Name, state, secrets == 0 ? "" : secrets == 1 ? ", with one value named like a secret" : $", with {secrets} values named like secrets") with
            {
                Severity = secrets == 0 ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
            });
        }
    }

    // Ignored files are not listed, so one that is seen is tracked or about to be.
    private static bool IsEnvironmentFile(RepositoryFile file) =>
        file.Role is FileRoles.Application or FileRoles.Script && !file.Path.Contains("{{", StringComparison.Ordinal) && !file.Path.Contains("devcontainer", StringComparison.Ordinal) && SecretFiles.HasSettings(file) && !DebugSettings.IsDevelopmentFile(file)
        && (file.Name == ".env" || (file.Name.StartsWith(".env.", StringComparison.Ordinal) && file.Name.Length > 5) || file.Name.EndsWith(".env", StringComparison.Ordinal));

    // What programs read by itself, or in one environment; `.env.minimal` and `.env.examlpe` are there to be copied.
    private static bool IsRead(string name) => name == ".env" || (name.StartsWith(".env.", StringComparison.Ordinal) && Environments.Contains(name[5..]));

    // What opens only the databases of one machine stands in for a secret.
    private static bool IsSecret(SecretCandidate pair, SourceText text) =>
        SecretNames.KindOf(pair.Name) is not SecretKind.None and var kind
        && (SecretFormats.Find(pair.Value).Any() || SecretValues.IsSecret(kind, pair.Name, pair.Value, inCode: false)) && !SecretPlaces.IsCalledPublic(text, pair.Span.Start);

    // Somebody fills in the stand-in one day, or names the server of a deployment, and git takes it along. A tag or a mode is meant to be there.
    private static bool DiffersByDeployment(SecretCandidate pair) =>
        SecretNames.KindOf(pair.Name) != SecretKind.None || pair.Name.EndsWith("_KEY", StringComparison.Ordinal) || (pair.Name.EndsWith("HOST", StringComparison.Ordinal) && IsServer(pair.Value)) || UrlCredential.Find(pair.Value) is not null;

    // A name without a dot is another container of the same compose file.
    private static bool IsServer(string host) => host.Contains('.') && !host.StartsWith("127.", StringComparison.Ordinal) && host != "0.0.0.0";

    private static bool IsOwnValue(SecretCandidate pair) =>
        pair.Value.Length > 0 && !pair.Value.StartsWith("${", StringComparison.Ordinal) && !pair.Value.Contains("{{", StringComparison.Ordinal)
        && !PublicPrefixes.Any(prefix => pair.Name.StartsWith(prefix, StringComparison.Ordinal));
}
