namespace StaticReadiness.Python.Syntax;

/// <summary>How an error of the tokenizer stands to an error of the parser, since CPython reports only one.</summary>
internal enum ErrorRank : byte
{
    /// <summary>Found while the rest of the file is read ahead: wins over the parser's error wherever it stands.</summary>
    Ahead,

    /// <summary>Ends the reading ahead in silence: wins only over what stands behind it.</summary>
    InOrder,

    /// <summary>A bracket that is open at the end: wins over an error on a later line than its own.</summary>
    Unclosed,

    /// <summary>Only the consequence of a guess of this lexer, which CPython does not make: loses to every other.</summary>
    Guessed,
}
