namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>Mangles private names of classes (https://docs.python.org/3/reference/expressions.html#private-name-mangling).</summary>
internal static class PrivateNames
{
    public static string Mangle(string name, string? className)
    {
        if (className is null || !name.StartsWith("__", StringComparison.Ordinal) || name.EndsWith("__", StringComparison.Ordinal) || name.Contains('.')) return name;
        var stripped = className.TrimStart('_');
        return stripped.Length == 0 ? name : $"_{stripped}{name}";
    }
}
