using System.Collections.Frozen;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>The values markers are evaluated against (PEP 508, section Environment markers).</summary>
public sealed class MarkerEnvironment
{
    private static readonly Dictionary<string, string> Linux = new(StringComparer.Ordinal)
    {
        ["implementation_name"] = "cpython",
        ["implementation_version"] = "3.13.0",
        ["os_name"] = "posix",
        ["platform_machine"] = "x86_64",
        ["platform_python_implementation"] = "CPython",
        ["platform_release"] = "",
        ["platform_system"] = "Linux",
        ["platform_version"] = "",
        ["python_full_version"] = "3.13.0",
        ["python_version"] = "3.13",
        ["sys_platform"] = "linux",
        ["extra"] = "",
        ["extras"] = "",
        ["dependency_groups"] = "",
    };

    private readonly FrozenDictionary<string, string> values;

    public MarkerEnvironment(IEnumerable<KeyValuePair<string, string>> overrides)
    {
        var merged = new Dictionary<string, string>(Linux, StringComparer.Ordinal);
        foreach (var (name, value) in overrides) merged[name] = value;
        values = merged.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>CPython on 64-bit Linux, where most Python services run.</summary>
    public static MarkerEnvironment Default { get; } = new([]);

    /// <summary>The names PEP 508 and PEP 751 define.</summary>
    public static IEnumerable<string> Variables => Linux.Keys;

    /// <summary>The value of a variable; empty for one that is not known.</summary>
    public string this[string variable] => values.GetValueOrDefault(variable, "");

    internal static bool IsVariable(string name) => Linux.ContainsKey(name);
}
