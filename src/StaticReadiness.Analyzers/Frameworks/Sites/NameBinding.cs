using System.Text.Json.Serialization;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>What a file alone knows of a name it uses.</summary>
/// <param name="Local">For a variable of a function, where the function starts and the variable's name, as in <c>120:app</c>.</param>
/// <param name="Import">The dotted name that an absolute import gives it.</param>
internal sealed record NameBinding(
    [property: JsonPropertyName("l")] string? Local = null,
    [property: JsonPropertyName("i")] string? Import = null,
    [property: JsonPropertyName("f")] NameForm? Form = null);
