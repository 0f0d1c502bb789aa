namespace StaticReadiness.Python.Syntax;

internal sealed partial class PythonParser
{
    [ThreadStatic]
    private static PythonParser? ofThread;

    /// <summary>The parser of this thread; its arrays and names are used again for each file.</summary>
    public static PythonParser OfThread => ofThread ??= new PythonParser();

    protected override void ParseFile() => file_input();
}
