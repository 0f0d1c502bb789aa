using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>A value of a configuration file (TOML, YAML, JSON, INI, .env) with its place in the text.</summary>
public abstract class ConfigurationNode(TextSpan span)
{
    /// <summary>The place of the value as it stands in the file; for a table the place that opens it.</summary>
    public TextSpan Span { get; internal set; } = span;

    /// <summary>The value's text when it is a string scalar, else null.</summary>
    public string? AsString() => this is ConfigurationScalar { Kind: ConfigurationScalarKind.String } scalar ? scalar.Text : null;

    /// <summary>The scalar's text whatever its kind, else null.</summary>
    public string? AsText() => (this as ConfigurationScalar)?.Text;

    /// <summary>The scalars under this node in file order, each with the keys that lead to it.</summary>
    public IEnumerable<ConfigurationLeaf> Leaves()
    {
        var pending = new Stack<ConfigurationLeafStep>();
        pending.Push(new ConfigurationLeafStep("", default, this));
        while (pending.TryPop(out var step))
        {
            switch (step.Node)
            {
                case ConfigurationScalar scalar:
                    yield return new ConfigurationLeaf(step.Path, step.KeySpan, scalar);
                    break;
                case ConfigurationSequence sequence:
                    for (var i = sequence.Items.Count - 1; i >= 0; i--) pending.Push(step with { Node = sequence.Items[i] });
                    break;
                case ConfigurationMapping mapping:
                    for (var i = mapping.Entries.Count - 1; i >= 0; i--) pending.Push(step.Into(mapping.Entries[i]));
                    break;
            }
        }
    }
}
