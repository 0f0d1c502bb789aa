using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Driver;

/// <summary>What a project action of one rule sees.</summary>
internal sealed class ProjectActionContext(RuleVoice voice) : ProjectContext
{
    public override Project Project => voice.Project;

    public override CancellationToken CancellationToken => voice.CancellationToken;

    public override DiagnosticDescriptor Descriptor => voice.Tally.Rule;

    public override void Examined(int opportunities = 1) => voice.Examined(opportunities);

    public override void Report(Location location, params ReadOnlySpan<object> arguments) => voice.Report(CreateDiagnostic(location, arguments));

    public override void Report(Diagnostic diagnostic) => voice.Report(diagnostic);

    public override void Prove(string criterion, Location location, string message) => voice.Prove(criterion, location, message);

    public override void NotApplicable(string reason) => voice.Tally.SayNotApplicable(reason);

    public override void Unknown(string reason) => voice.Tally.SayUnknown(reason);

    public override T GetOption<T>(RuleOption<T> option) => voice.GetOption(option);
}
