namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>What one file says about frameworks: plain data, read from that file alone, that can be stored by the file's content.</summary>
/// <remarks>Functions and classes are known by where they start. Which names mean what across files is asked when files are joined.</remarks>
internal sealed record FileFacts
{
    /// <summary>The calls and decorators in order of the source.</summary>
    public List<SiteCall> Calls { get; set; } = [];

    /// <summary>The first assignment to each variable of the module.</summary>
    public Dictionary<string, VariableSite> Variables { get; set; } = [];

    /// <summary>The only value of variables of functions, by <see cref="NameBinding.Local"/>.</summary>
    public Dictionary<string, SiteValue> Locals { get; set; } = [];

    public List<ClassSite> Classes { get; set; } = [];

    public List<PatternSite> UrlPatterns { get; set; } = [];

    /// <summary>Values given to an attribute <c>exception_handlers</c>, as plugins do with an application's configuration.</summary>
    public List<SiteValue> HandlerTables { get; set; } = [];

    /// <summary>Functions that wrap the rest of the application in a broad <c>try</c>.</summary>
    public List<int> Boundaries { get; set; } = [];

    /// <summary>Functions that set <c>exposed</c> on what they decorate.</summary>
    public List<int> ExposingDecorators { get; set; } = [];

    /// <summary>Functions that end by giving their first parameter back.</summary>
    public List<int> GivingBack { get; set; } = [];

    public List<ConfigurationSite> Configuration { get; set; } = [];

    /// <summary>The import of a <c>handler500</c> at the top level.</summary>
    public SiteValue? HandlerImport { get; set; }
}
