using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Whether the project calls <c>socket.setdefaulttimeout</c>, which bounds every socket of the process.</summary>
internal sealed record DefaultSocketTimeout(bool IsSet)
{
    public static DefaultSocketTimeout Find(Project project) =>
        new(project.Trees.Any(tree => tree.Text.Content.Contains("setdefaulttimeout(")
            && tree.Root.DescendantsAndSelf().OfType<Call>()
                .Any(call => call.Function.LastName() == "setdefaulttimeout" && !call.Arguments.FirstOrDefault().IsNone())));
}
