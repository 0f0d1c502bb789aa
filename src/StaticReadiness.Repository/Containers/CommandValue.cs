using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Containers;

/// <summary>Reads a command given in YAML as one string or as a list of words.</summary>
internal static class CommandValue
{
    public static ImmutableArray<ShellCommand> Read(SourceText text, params ReadOnlySpan<ConfigurationNode?> parts)
    {
        var words = new List<ShellWord>();
        foreach (var part in parts)
        {
            if (part is ConfigurationScalar { Kind: ConfigurationScalarKind.String } scalar) return ShellScript.Read(YamlScript.Of(text, scalar));
            if (part is not ConfigurationSequence list) continue;
            foreach (var item in list.Items.OfType<ConfigurationScalar>()) words.Add(new ShellWord(item.Text, item.Span, item.Text.Contains('$')));
        }

        if (words.Count == 0) return [];
        // ["sh", "-c", "script"] runs the script.
        var dash = words.FindIndex(w => w.Text is "-c" or "-ec" or "-lc" or "-exc" or "-xc");
        if (dash > 0 && dash + 1 < words.Count && words[0].Text.Split('/')[^1] is "sh" or "bash" or "ash" or "dash")
            return ShellScript.Read(MappedText.At(words[dash + 1].Text, words[dash + 1].Span));
        return [new ShellCommand([], [.. words], TextSpan.FromBounds(words[0].Span.Start, words[^1].Span.End))];
    }
}
