using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads the arguments of <c>setup()</c> in setup.py from its text; nothing is run.</summary>
public static class SetupPyReader
{
    public static Manifest Read(string path, SourceText text, CancellationToken cancellation = default)
    {
        var tree = SyntaxTree.Parse(text, path, cancellation);
        var builder = new ManifestBuilder(path, text, ManifestKind.SetupPy);
        foreach (var error in tree.Diagnostics) builder.Notice(error.Message, error.Span);
        var evaluator = new LiteralEvaluator(tree);
        var finder = new SetupCallFinder();
        finder.Visit(tree.Root);
        foreach (var call in finder.Calls) ReadCall(builder, evaluator, call);
        return builder.Build();
    }

    private static void ReadCall(ManifestBuilder builder, LiteralEvaluator evaluator, Call call)
    {
        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name is { } name) ReadArgument(builder, evaluator, name, keyword.Value);
            else if (evaluator.Entries(keyword.Value) is { } entries)
            {
                foreach (var entry in entries) ReadArgument(builder, evaluator, entry.Key, entry.Value);
            }
            else builder.Notice("arguments of `setup()` are computed when setup.py runs", keyword.Span);
        }
    }

    private static void ReadArgument(ManifestBuilder builder, LiteralEvaluator evaluator, string name, Expression value)
    {
        switch (name)
        {
            case "name":
                builder.ProjectName ??= evaluator.SingleString(value);
                break;
            case "version":
                builder.ProjectVersion ??= evaluator.SingleString(value);
                if (builder.ProjectVersion is null) builder.Dynamic.Add("version");
                break;
            case "python_requires":
                builder.RequiresPython ??= evaluator.SingleString(value);
                break;
            case "install_requires" or "requires":
                ReadList(builder, evaluator, name, value, DependencyGroup.Runtime);
                break;
            case "setup_requires":
                ReadList(builder, evaluator, name, value, DependencyGroup.Build);
                break;
            case "tests_require":
                ReadList(builder, evaluator, name, value, DependencyGroup.Development("tests"));
                break;
            case "extras_require":
                ReadExtras(builder, evaluator, value);
                break;
        }
    }

    private static void ReadExtras(ManifestBuilder builder, LiteralEvaluator evaluator, Expression value)
    {
        if (evaluator.Entries(value) is not { } entries)
        {
            builder.Dynamic.Add("extras_require");
            builder.Notice("`extras_require` is computed when setup.py runs", value.Span);
            return;
        }

        foreach (var (key, list) in entries)
        {
            // A key may carry a marker: "socks:python_version<'3'"; without a name it is a condition on the runtime itself.
            var colon = key.IndexOf(':');
            var extra = colon < 0 ? key : key[..colon];
            ReadList(builder, evaluator, "extras_require", list, extra.Length == 0 ? DependencyGroup.Runtime : DependencyGroup.Extra(extra));
        }
    }

    private static void ReadList(ManifestBuilder builder, LiteralEvaluator evaluator, string argument, Expression value, DependencyGroup group)
    {
        var found = evaluator.Strings(value);
        foreach (var (text, span) in found.Items)
        {
            // A single string may hold a requirement a line.
            foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (line[0] is not ('#' or '-')) builder.AddRequirement(WithoutComment(line), group, span);
        }

        foreach (var (path, span) in found.Files)
        {
            if (ManifestPath.Resolve(builder.Path, path) is { } target) builder.Includes.Add(new ManifestInclude(target, IsConstraint: false, group, span));
        }

        if (!found.IsPartial) return;
        builder.Dynamic.Add(argument);
        if (found.Files.Count == 0) builder.Notice($"`{argument}` is in part computed when setup.py runs", value.Span);
    }

    private static string WithoutComment(string line)
    {
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? line : line[..comment].TrimEnd();
    }

    private sealed class SetupCallFinder : SyntaxWalker
    {
        public List<Call> Calls { get; } = [];

        protected override void VisitCall(Call node)
        {
            var isSetup = node.Function is Name { Identifier: "setup" }
                or StaticReadiness.Python.Syntax.Attribute { Name: "setup", Value: Name { Identifier: "setuptools" or "core" or "skbuild" } };
            if (isSetup) Calls.Add(node);
            base.VisitCall(node);
        }
    }
}
