using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Shell;

/// <summary>One word of a command.</summary>
/// <param name="Text">The word without its quotes; nothing is expanded.</param>
/// <param name="Span">Its place in the file, quotes included.</param>
/// <param name="HasExpansion">Whether a variable or a command stands in it, so that its value is not known.</param>
public readonly record struct ShellWord(string Text, TextSpan Span, bool HasExpansion)
{
    public override string ToString() => Text;
}
