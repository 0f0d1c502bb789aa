namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>What a scope does with one name, with the offset of the first time.</summary>
internal sealed class NameFacts
{
    private const int Never = int.MaxValue;

    public bool IsParameter { get; set; }

    public bool IsImported { get; set; }

    public int FirstUse { get; private set; } = Never;

    public int FirstBinding { get; private set; } = Never;

    public int FirstAnnotation { get; private set; } = Never;

    public Statement? Global { get; set; }

    public Statement? Nonlocal { get; set; }

    /// <summary>Whether the name is local to the scope.</summary>
    public bool IsBound => IsParameter || IsImported || FirstBinding != Never || FirstAnnotation != Never;

    public void Use(int offset) => FirstUse = Math.Min(FirstUse, offset);

    public void Bind(int offset) => FirstBinding = Math.Min(FirstBinding, offset);

    public void Annotate(int offset) => FirstAnnotation = Math.Min(FirstAnnotation, offset);
}
