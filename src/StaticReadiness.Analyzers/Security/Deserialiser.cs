namespace StaticReadiness.Analyzers.Security;

/// <summary>A function whose input chooses the code that runs.</summary>
/// <param name="Form"><c>call</c>, <c>loader</c>, or <c>keyword=value</c>.</param>
/// <param name="Writers">The last names of the functions that write the format.</param>
internal sealed record Deserialiser(string Name, string Form, string[] Writers)
{
    public string Library => Name[..Name.IndexOf('.')];
}
