using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports cookies that travel unencrypted or are open to scripts, and settings that give TLS up.</summary>
public sealed class InsecureCookieOrTransportSetting : DiagnosticAnalyzer
{
    private const string Criterion = "security/transport";

    private const string SessionsKey = "tools.sessions.on";

    private const string OverHttp = "sends the session cookie over plain HTTP too";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1306",
        "insecure-cookie-or-transport-setting",
        "A cookie or the transport is left unprotected",
        "`{0}` {1}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "security",
        "transport")
    {
        Cwe = [614, 1004, 319],
        PeerIds = ["S2092", "S3330"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineSetting, SyntaxKind.Assign, SyntaxKind.AnnAssign);
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterSyntaxTreeAction(ExamineCherryPy);
        context.RegisterProjectAction(ExamineDefaults);
    }

    private static void ExamineSetting(SyntaxNodeContext context)
    {
        var target = context.Node is Assign { Targets: [var only] } ? only : (context.Node as AnnAssign)?.Target;
        if (((target as Subscript)?.Index.StringValue() ?? target.LastName()) is not { } written || CookieSettings.Find(written) is null || IsField(context.Node)) return;
        if (ProductionSettings.Read(context) is not ({ } name, { } value) || CookieSettings.Find(name) is not { } setting) return;
        Judge(context, setting, value, context.Node);
    }

    // The fields of a settings class are what the environment says; the value written here is only for where it says nothing.
    private static bool IsField(SyntaxNode node) =>
        node is AnnAssign { Parent: ClassDef owner } && owner.Bases.Any(parent => parent.LastName() is { } name && (name.EndsWith("Settings", StringComparison.Ordinal) || name.EndsWith("Model", StringComparison.Ordinal)));

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        switch (call.Function.LastName())
        {
            case "update" or "from_mapping" when call.Function is Attribute { Value: var owner } && owner.LastName() == "config":
                foreach (var keyword in call.Keywords)
                    if (keyword.Name is { } name && CookieSettings.Find(name) is { } setting && !ProductionSettings.IsForDevelopment(call, context)) Judge(context, setting, keyword.Value, keyword);
                break;
            case "set_cookie" or "set_signed_cookie" or "set_secure_cookie" or "add_cookie":
                if (CookieFlags.Read(call, context) is not { } flags) break;
                context.Examined();
                if (flags.Effect is { } effect && !ProductionSettings.IsForDevelopment(call, context)) Report(context, flags.Culprit, flags.Severity, flags.Written, effect);
                break;
            default:
                foreach (var argument in CookieSettings.ArgumentsOf(call, context.Model)) ExamineArgument(context, call, argument);
                break;
        }
    }

    private static void ExamineArgument(SyntaxNodeContext context, Call call, CookieSetting argument)
    {
        if (ProductionSettings.IsForDevelopment(call, context)) return;
        if (call.KeywordValue(argument.Keyword) is { } value)
        {
            Judge(context, argument, context.Model.ValueOf(value), value.Parent!);
            return;
        }

        if (!argument.IsBadByDefault || call.HasUnpacking() || call.Arguments.Length > 4) return;
        context.Examined();
        Report(context, call.Function, DiagnosticSeverity.Note, $"{argument.Name[(argument.Name.LastIndexOf('.') + 1)..]} without {argument.Keyword}", argument.Effect);
    }

    // CherryPy's configuration is a dictionary of each part of the site: `{"/": {"tools.sessions.on": True, "tools.sessions.secure": True}}`.
    private static void ExamineCherryPy(SyntaxTreeContext context)
    {
        if (!context.Tree.Text.Content.Contains(SessionsKey, StringComparison.Ordinal) || DebugSettings.IsDevelopmentFile(context.File)) return;
        var pairs = context.Tree.Root.DescendantsAndSelf().OfType<Dict>().SelectMany(dict => dict.Keys.Zip(dict.Values)).ToList();
        var on = pairs.Find(pair => pair.First.StringValue() == SessionsKey && !pair.Second.IsFalse()).First;
        var (key, value) = pairs.Find(pair => pair.First.StringValue() == "tools.sessions.secure");
        if (on is null) return;
        context.Examined();
        if (key is not null && !value.IsFalse()) context.Prove(Criterion, context.LocationOf(key), "the session cookie is for TLS only");
        else context.Report(context.CreateDiagnostic(context.LocationOf(key ?? on), key is null ? $"{SessionsKey} without tools.sessions.secure" : "tools.sessions.secure", OverHttp) with
        {
            Severity = key is null ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
        });
    }

    private static void Judge(SyntaxNodeContext context, CookieSetting setting, Expression value, SyntaxNode culprit)
    {
        context.Examined();
        if (CookieSettings.IsBad(setting, value)) Report(context, culprit, setting.Severity, context.Tree.Text.ToString(culprit.Span), setting.Effect);
        else context.Prove(Criterion, context.LocationOf(culprit), $"`{(setting.Keyword.Length > 0 ? setting.Keyword : setting.Name)}` is set");
    }

    private static void ExamineDefaults(ProjectContext context)
    {
        context.NotApplicable("no cookie and no transport is set up");
        if (context.Project.Kind != ProjectKind.Application || SessionCookieDefaults.Find(context.Project) is not { } application) return;
        context.Examined();
        context.Report(context.CreateDiagnostic(application.Location, application.Name, "sends its session cookie over plain HTTP too: nothing sets `SESSION_COOKIE_SECURE`") with { Severity = DiagnosticSeverity.Note });
    }

    private static void Report(SyntaxNodeContext context, SyntaxNode culprit, DiagnosticSeverity severity, string written, string effect) =>
        context.Report(context.CreateDiagnostic(context.LocationOf(culprit), written.Contains('\n') ? written[..written.IndexOf('\n')] + "…" : written, effect) with { Severity = severity });
}
