using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Settings;

/// <summary>Gathers what is wrong with a settings file, each error with file and line.</summary>
internal sealed class SettingsErrors(string path, SourceText text)
{
    private readonly List<(int Line, string Message)> errors = [];

    public ImmutableArray<string> Messages =>
        [.. errors.OrderBy(error => error.Line).ThenBy(error => error.Message, StringComparer.Ordinal).Select(error => $"{path}:{error.Line}: {error.Message}")];

    public void Add(TextSpan span, string message) => errors.Add((text.GetLineIndex(Math.Min(span.Start, text.Length)) + 1, message));
}
