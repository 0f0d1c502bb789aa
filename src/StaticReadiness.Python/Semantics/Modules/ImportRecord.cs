namespace StaticReadiness.Python.Semantics;

/// <summary>One name that an import statement brings in.</summary>
/// <param name="Module">The module as written, without leading dots; empty for <c>from . import x</c>.</param>
/// <param name="Level">The number of leading dots.</param>
/// <param name="Name">The imported name (<c>*</c> for all), or null for <c>import x</c>.</param>
/// <param name="AsName">The name after <c>as</c>, or null.</param>
/// <param name="Start">The offset of the name's alias in the file.</param>
/// <param name="Context">Under which condition the import runs.</param>
public sealed record ImportRecord(string Module, int Level, string? Name, string? AsName, int Start, ImportContext Context)
{
    public bool IsTypeCheckingOnly => (Context & ImportContext.TypeChecking) != ImportContext.None;

    /// <summary>True when the import runs while the module itself is imported.</summary>
    public bool RunsAtImport => (Context & (ImportContext.TypeChecking | ImportContext.InFunction)) == ImportContext.None;
}
