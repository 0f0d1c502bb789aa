namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>A setting of a rule that users may change under <c>[rules.RULE-NAME]</c>.</summary>
/// <param name="name">The key, in kebab case.</param>
/// <param name="summary">One sentence for the help page.</param>
public abstract class RuleOption(string name, string summary)
{
    public string Name { get; } = name;

    public string Summary { get; } = summary;

    /// <summary>The type of the value: int, double, bool, string or an immutable array of strings.</summary>
    public abstract Type ValueType { get; }
}

/// <summary>A setting of a rule with its value when the user says nothing.</summary>
public sealed class RuleOption<T>(string name, T defaultValue, string summary) : RuleOption(name, summary)
    where T : notnull
{
    public T DefaultValue { get; } = defaultValue;

    public override Type ValueType => typeof(T);
}
