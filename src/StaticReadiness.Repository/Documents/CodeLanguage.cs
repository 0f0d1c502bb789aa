namespace StaticReadiness.Repository.Documents;

/// <summary>What a block of code in a document is written in.</summary>
public enum CodeLanguage
{
    /// <summary>The document does not say.</summary>
    Unmarked,
    Python,

    /// <summary>An interactive session with <c>&gt;&gt;&gt;</c> prompts.</summary>
    PythonConsole,
    Shell,

    /// <summary>A terminal session with <c>$</c> prompts and output.</summary>
    ShellConsole,
    Other,
}
