namespace StaticReadiness.Repository.Documents;

/// <summary>The markers by which documents name the language of a block.</summary>
internal static class CodeLanguages
{
    private static readonly Dictionary<string, CodeLanguage> ByMarker = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = CodeLanguage.Unmarked,
        ["default"] = CodeLanguage.Unmarked,
        ["none"] = CodeLanguage.Other,
        ["python"] = CodeLanguage.Python,
        ["python3"] = CodeLanguage.Python,
        ["py"] = CodeLanguage.Python,
        ["py3"] = CodeLanguage.Python,
        ["pycon"] = CodeLanguage.PythonConsole,
        ["python-repl"] = CodeLanguage.PythonConsole,
        ["python-console"] = CodeLanguage.PythonConsole,
        ["doctest"] = CodeLanguage.PythonConsole,
        ["sh"] = CodeLanguage.Shell,
        ["shell"] = CodeLanguage.Shell,
        ["bash"] = CodeLanguage.Shell,
        ["zsh"] = CodeLanguage.Shell,
        ["console"] = CodeLanguage.ShellConsole,
        ["shell-session"] = CodeLanguage.ShellConsole,
        ["bash-session"] = CodeLanguage.ShellConsole,
        ["terminal"] = CodeLanguage.ShellConsole,
        ["sh-session"] = CodeLanguage.ShellConsole,
    };

    /// <summary>The language of a marker such as <c>python hl_lines="2"</c> or <c>{code-block} python</c>; a session marked as Python is told by its prompts.</summary>
    public static CodeLanguage Find(string marker, string code)
    {
        var word = FirstWord(marker);
        if (word.StartsWith('{') && word.EndsWith('}')) word = word is "{code-block}" or "{code}" or "{sourcecode}" ? FirstWord(marker[word.Length..]) : word[1..^1].TrimStart('.', '=');
        var language = ByMarker.GetValueOrDefault(word, CodeLanguage.Other);
        return language == CodeLanguage.Python && code.TrimStart().StartsWith(">>>", StringComparison.Ordinal) ? CodeLanguage.PythonConsole
            : language == CodeLanguage.Unmarked && code.TrimStart().StartsWith(">>> ", StringComparison.Ordinal) ? CodeLanguage.PythonConsole
            : language;
    }

    private static string FirstWord(string marker)
    {
        var trimmed = marker.AsSpan().Trim();
        var end = trimmed.IndexOfAny(" ,\t{");
        if (trimmed.StartsWith("{")) end = trimmed.IndexOf('}') is var close and > 0 ? close + 1 : -1;
        return (end < 0 ? trimmed : trimmed[..end]).ToString();
    }
}
