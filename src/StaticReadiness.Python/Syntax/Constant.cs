namespace StaticReadiness.Python.Syntax;

public sealed partial class Constant
{
    /// <summary>The decoded text of a string literal, or null for any other literal.</summary>
    public string? StringValue => ConstantKind == ConstantKind.String ? Text : null;
}
