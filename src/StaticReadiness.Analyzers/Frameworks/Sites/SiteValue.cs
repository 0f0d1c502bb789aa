using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>An expression as plain data: what a file writes, by values and names, without its tree.</summary>
/// <param name="Start">The offset of its first character in the file.</param>
/// <param name="End">The offset behind its last character.</param>
/// <param name="Text">The text of a string or number, the identifier of a name, the last name of an attribute.</param>
/// <param name="Parts">
/// The elements of a display, the terms of a sum, the parts of a string; of an attribute its owner; of a call the function, the arguments and behind them
/// the values of the keywords; of a dictionary keys and values by turns, where a missing key is <see cref="SiteValueKind.Starred"/> without parts.
/// </param>
/// <param name="Keywords">The keywords of a call; null for an unpacked one.</param>
internal sealed record SiteValue(
    [property: JsonPropertyName("k")] SiteValueKind Kind,
    [property: JsonPropertyName("s")] int Start,
    [property: JsonPropertyName("e")] int End,
    [property: JsonPropertyName("t")] string? Text = null,
    [property: JsonPropertyName("p")] SiteValue[]? Parts = null,
    [property: JsonPropertyName("n")] string?[]? Keywords = null,
    [property: JsonPropertyName("b")] NameBinding? Binding = null)
{
    [JsonIgnore]
    public TextSpan Span => TextSpan.FromBounds(Start, End);

    [JsonIgnore]
    public bool IsNameOrAttribute => Kind is SiteValueKind.Name or SiteValueKind.Attribute;

    /// <summary>What a call calls.</summary>
    [JsonIgnore]
    public SiteValue Function => Parts![0];

    /// <summary>What an attribute belongs to, or what an <c>await</c>, a <c>*</c> or a format holds.</summary>
    [JsonIgnore]
    public SiteValue Inner => Parts![0];

    /// <summary>The positional arguments of a call.</summary>
    [JsonIgnore]
    public ImmutableArray<SiteValue> Arguments => Kind != SiteValueKind.Call ? [] : ImmutableArray.Create(Parts!, 1, Parts!.Length - 1 - (Keywords?.Length ?? 0));

    /// <summary>The entries of a dictionary that have a key.</summary>
    [JsonIgnore]
    public IEnumerable<(SiteValue Key, SiteValue Value)> Entries
    {
        get
        {
            for (var i = 0; Kind == SiteValueKind.Dict && i + 1 < (Parts?.Length ?? 0); i += 2)
                if (Parts![i].Kind != SiteValueKind.Starred) yield return (Parts[i], Parts[i + 1]);
        }
    }

    /// <summary>The keywords of a call with their values.</summary>
    [JsonIgnore]
    public IEnumerable<(string? Name, SiteValue Value)> KeywordArguments
    {
        get
        {
            for (var i = 0; i < (Keywords?.Length ?? 0); i++) yield return (Keywords![i], Parts![Parts.Length - Keywords.Length + i]);
        }
    }
}
