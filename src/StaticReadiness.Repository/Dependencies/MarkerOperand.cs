namespace StaticReadiness.Repository.Dependencies;

/// <summary>One side of a marker's comparison: a variable's name or a quoted text.</summary>
public readonly record struct MarkerOperand(string Text, bool IsVariable)
{
    public override string ToString() => IsVariable ? Text : Text.Contains('"') ? $"'{Text}'" : $"\"{Text}\"";
}
