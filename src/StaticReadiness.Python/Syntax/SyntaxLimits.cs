namespace StaticReadiness.Python.Syntax;

/// <summary>The limits that keep parsing and walking a tree safe on a thread with a stack of 1 MB; a file beyond one gets a diagnostic.</summary>
public static class SyntaxLimits
{
    /// <summary>Open brackets, as CPython's tokenizer (MAXLEVEL).</summary>
    public const int Brackets = 200;

    /// <summary>Indentation levels, as CPython's tokenizer (MAXINDENT).</summary>
    public const int Indentation = 100;

    /// <summary>F-strings inside f-strings, as CPython's tokenizer (MAXFSTRINGLEVEL).</summary>
    public const int FStrings = 150;

    /// <summary>Lambdas and conditional expressions inside one another.</summary>
    public const int NestedExpressions = 600;

    /// <summary>The height of a tree: chains of operators, attributes and <c>elif</c> add one level for each link. Walkers go on with a fresh stack when theirs is used up.</summary>
    public const int TreeHeight = 4000;

    /// <summary>Errors reported for one file by the tokenizer, and as many by the parser; what follows is skipped in silence.</summary>
    public const int Diagnostics = 100;
}
