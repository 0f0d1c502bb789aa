using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Tells the helpers of tests that a package ships beside its product.</summary>
internal static class TestSupport
{
    /// <summary>Whether a folder around a file is named for it: <c>shop/testing/clients.py</c>.</summary>
    public static bool IsNamed(SyntaxTree tree) => tree.Path.Split('/').Contains("testing");
}
