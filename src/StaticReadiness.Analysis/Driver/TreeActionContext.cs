using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>What one rule sees on one thread: made once and moved from node to node, so that a walk allocates nothing.</summary>
internal sealed class TreeActionContext(RuleVoice voice, WalkedFile walked) : SyntaxNodeContext
{
    private SyntaxNode? node;

    public RuleTally Tally => voice.Tally;

    public override SyntaxNode Node => node ?? throw new InvalidOperationException("A tree action has no node.");

    public override SyntaxTree Tree => walked.Tree;

    public override SemanticModel Model => walked.Model;

    public override RepositoryFile File => walked.File;

    public override Project Project => voice.Project;

    public override CancellationToken CancellationToken => voice.CancellationToken;

    public override DiagnosticDescriptor Descriptor => voice.Tally.Rule;

    public void MoveTo(SyntaxNode? newNode) => node = newNode;

    public override void Examined(int opportunities = 1) => voice.Examined(opportunities);

    public override void Report(Location location, params ReadOnlySpan<object> arguments) => voice.Report(CreateDiagnostic(location, arguments));

    public override void Report(Diagnostic diagnostic) => voice.Report(diagnostic);

    public override void Prove(string criterion, Location location, string message) => voice.Prove(criterion, location, message);

    public override void NotApplicable(string reason) => voice.Tally.SayNotApplicable(reason);

    public override void Unknown(string reason) => voice.Tally.SayUnknown(reason);

    public override T GetOption<T>(RuleOption<T> option) => voice.GetOption(option);
}
