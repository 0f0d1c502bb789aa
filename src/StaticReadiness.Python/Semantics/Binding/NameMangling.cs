namespace StaticReadiness.Python.Semantics;

/// <summary>The rewriting of private names in classes (language reference §6.2.1).</summary>
public static class NameMangling
{
    /// <summary>The name as the interpreter stores it.</summary>
    /// <param name="name">A name as written.</param>
    /// <param name="className">The innermost enclosing class, or null outside classes.</param>
    public static string Mangle(string name, string? className)
    {
        if (className is null || !name.StartsWith("__", StringComparison.Ordinal) || name.EndsWith("__", StringComparison.Ordinal) || name.Contains('.')) return name;
        var stripped = className.TrimStart('_');
        return stripped.Length == 0 ? name : "_" + stripped + name;
    }
}
