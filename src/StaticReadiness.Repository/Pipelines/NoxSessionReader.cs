using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Shell;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>Reads what nox sessions run and the Pythons they run it with (https://nox.thea.codes/en/stable/config.html).</summary>
internal static class NoxSessionReader
{
    public static Pipeline Read(string path, SourceText text)
    {
        var tree = SyntaxTree.Parse(text, path);
        var builder = new PipelineBuilder(path, text, PipelineTool.Nox);
        new SessionWalker(builder, new LiteralEvaluator(tree)).Visit(tree.Root);
        return builder.Build([]);
    }

    private sealed class SessionWalker(PipelineBuilder builder, LiteralEvaluator evaluator) : SyntaxWalker
    {
        private string session = "";

        protected override void VisitFunctionDef(FunctionDef node)
        {
            var outer = session;
            session = node.Name;
            foreach (var decorator in node.Decorators)
                if (decorator is Call call)
                    foreach (var keyword in call.Keywords)
                        if (keyword.Name == "python")
                            foreach (var (version, span) in evaluator.Strings(keyword.Value).Items) builder.AddRuntime(session, version, span);
            base.VisitFunctionDef(node);
            session = outer;
        }

        protected override void VisitCall(Call node)
        {
            base.VisitCall(node);
            if (node.Function is not Attribute { Name: "run" or "run_always" or "run_install", Value: Name receiver } || !receiver.Identifier.Contains("session", StringComparison.Ordinal) || node.Arguments.IsEmpty) return;
            var words = node.Arguments.SelectMany(a => evaluator.Strings(a).Items).Select(w => new ShellWord(w.Text, w.Span, HasExpansion: false)).ToList();
            if (words.Count > 0) builder.AddWords(session, node.Span, words);
        }
    }
}
