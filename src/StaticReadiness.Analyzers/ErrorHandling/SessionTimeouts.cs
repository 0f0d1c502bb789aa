using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Whether a file gives its HTTP sessions a timeout apart from the call: a mounted adapter, or a wrapped <c>request</c> method.</summary>
internal static class SessionTimeouts
{
    // Adapters are passed around too freely for a finer answer; a file that mounts a timeout adapter or rebinds `request` is taken at its word.
    public static bool IsConfigured(SyntaxTree tree) =>
        tree.Text.Content.Contains("TimeoutHTTPAdapter") || tree.Text.Content.Contains("TimeoutAdapter")
        || tree.Text.Content.Contains("session.request = ") || tree.Text.Content.Contains(".request = functools.partial") || tree.Text.Content.Contains(".request = partial(");
}
