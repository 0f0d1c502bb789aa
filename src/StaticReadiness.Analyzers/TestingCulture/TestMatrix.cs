using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Finds where tox or nox runs the tests on several interpreters.</summary>
internal static class TestMatrix
{
    public static (Location Place, string Text)? Find(Project project)
    {
        foreach (var file in project.Files.Files)
            if (file.Path == InProject(project, "tox.ini") && file.ReadText().TryGet(out var text) && HasSeveral(text.Content)) return (Location.OfFile(file.Path), "tox runs a matrix");
        foreach (var tree in project.Trees)
            if (tree.Path == InProject(project, "noxfile.py") && tree.Root.DescendantsAndSelf().Any(IsMatrix)) return (Location.OfFile(tree.Path), "nox runs a matrix");
        return null;
    }

    private static string InProject(Project project, string name) => project.Root.Length == 0 ? name : $"{project.Root}/{name}";

    // envlist = py{310,311}-django{42,52}, or one environment on each line
    private static bool HasSeveral(string content)
    {
        var at = content.IndexOf("envlist", StringComparison.Ordinal);
        if (at < 0) at = content.IndexOf("env_list", StringComparison.Ordinal);
        if (at < 0) return false;
        var end = content.IndexOf("\n[", at, StringComparison.Ordinal);
        var list = end < 0 ? content[at..] : content[at..end];
        return list.Split([',', '\n', ' ', '{', '}', '='], StringSplitOptions.RemoveEmptyEntries).Count(word => IsInterpreter(word)) > 1;
    }

    private static bool IsInterpreter(string word) =>
        (word.StartsWith("py3", StringComparison.Ordinal) || word.StartsWith("pypy3", StringComparison.Ordinal) || word.StartsWith('3')) && word.Any(char.IsDigit);

    // `@nox.session(python=["3.12", "3.13"])`
    private static bool IsMatrix(SyntaxNode node) =>
        node is Call call && call.Function.LastName() is "session" or "parametrize" && (call.KeywordValue("python").Elements().Length > 1 || (call.KeywordValue("python") is Name or Python.Syntax.Attribute));
}
