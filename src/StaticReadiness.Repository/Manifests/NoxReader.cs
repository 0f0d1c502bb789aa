using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads the installations of nox sessions: <c>session.install(…)</c> with literal arguments.</summary>
public static class NoxReader
{
    public static Manifest Read(string path, SourceText text, CancellationToken cancellation = default)
    {
        var tree = SyntaxTree.Parse(text, path, cancellation);
        var builder = new ManifestBuilder(path, text, ManifestKind.Nox);
        foreach (var error in tree.Diagnostics) builder.Notice(error.Message, error.Span);
        new InstallFinder(builder, new LiteralEvaluator(tree)).Visit(tree.Root);
        return builder.Build();
    }

    private sealed class InstallFinder(ManifestBuilder builder, LiteralEvaluator evaluator) : SyntaxWalker
    {
        private string session = "nox";

        protected override void VisitFunctionDef(FunctionDef node)
        {
            var outer = session;
            session = node.Name;
            base.VisitFunctionDef(node);
            session = outer;
        }

        protected override void VisitCall(Call node)
        {
            base.VisitCall(node);
            if (node.Function is not StaticReadiness.Python.Syntax.Attribute { Name: "install" or "conda_install", Value: Name receiver }) return;
            if (!receiver.Identifier.Contains("session", StringComparison.Ordinal) && receiver.Identifier != "s") return;
            var words = new List<(string Text, TextSpan Span)>();
            foreach (var argument in node.Arguments)
            {
                var found = evaluator.Strings(argument);
                words.AddRange(found.Items);
                if (found.IsPartial) builder.Notice("an installation is in part computed when nox runs", argument.Span);
            }

            ReadWords(words);
        }

        private void ReadWords(List<(string Text, TextSpan Span)> words)
        {
            var group = DependencyGroup.Development(session);
            for (var i = 0; i < words.Count; i++)
            {
                var (word, span) = words[i];
                var takesNext = word is "-r" or "-c" or "-e" or "--requirement" or "--constraint" or "--editable" && i + 1 < words.Count;
                if (takesNext) RequirementsReader.ReadLine(builder, $"{word} {words[++i].Text}", span, group);
                else if (word.StartsWith('-')) builder.Options.Add(new ManifestOption(word, "", builder.Path, span));
                else if (word is "." or ".." || word.StartsWith("./", StringComparison.Ordinal) || word.StartsWith(".[", StringComparison.Ordinal)) builder.Options.Add(new ManifestOption("path", word, builder.Path, span));
                else builder.AddRequirement(word, group, span);
            }
        }
    }
}
