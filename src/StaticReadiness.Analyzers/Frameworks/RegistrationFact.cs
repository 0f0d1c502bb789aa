using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Something being added to an application or router.</summary>
/// <param name="ReceiverKey">What the application or router is known by; null when the table's function needs none or the variable cannot be followed.</param>
internal sealed record RegistrationFact(FrameworkRegistration Registration, string? ReceiverKey, SiteCall Site, SiteFile File)
{
    /// <summary>True when the receiver's type is unknown and only names speak for the framework.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The call, or the decorator where it is written without one.</summary>
    public SiteValue Node => Site.Node;

    public SiteValue? Call => Node.Kind == SiteValueKind.Call ? Node : null;

    public SiteValue? PathArgument => Call is { } call ? Registration.Path?.In(call) : null;

    public IEnumerable<SiteValue> PathArguments => Call is { } call && Registration.Path is { } place ? place.AllIn(call) : [];

    public SiteValue? TargetArgument => Call is { } call ? Registration.Target?.In(call) : null;

    /// <summary>The function below a decorator; null for a call or a class.</summary>
    public FunctionSymbol? DecoratedFunction => Site.Decorated is { } start ? File.FunctionAt(start) : null;

    /// <summary>The class below a decorator.</summary>
    public ClassSymbol? DecoratedClass => Site.Decorated is { } start ? File.ClassAt(start) : null;

    /// <summary>The function that is added, when the project declares it.</summary>
    public FunctionSymbol? TargetFunction => DecoratedFunction
        ?? ((Site.Applied ?? TargetArgument) is { } argument ? File.ResolveFunction(argument.Kind == SiteValueKind.Await ? argument.Inner : argument) : null);

    /// <summary>The class that is added, when the project declares it: <c>MyView</c> or <c>MyView.as_view()</c>.</summary>
    public ClassSymbol? TargetClass => DecoratedClass ?? TargetArgument switch
    {
        { Kind: SiteValueKind.Call, Function: { Kind: SiteValueKind.Attribute, Text: "as_view", Inner: var view } } => File.ResolveClass(view),
        { } argument => File.ResolveClass(argument),
        null => null,
    };

    /// <summary>A keyword of the registration, or the one that <c>@view_defaults</c> gives all views of the class.</summary>
    public SiteValue? Keyword(string name)
    {
        if (Call?.KeywordValue(name) is { } given) return given;
        if ((DecoratedClass ?? DecoratedFunction?.ContainingClass) is not { } owner) return null;
        return File.DecoratorsAt(owner.Node.Start).Where(site => site.Node.Kind == SiteValueKind.Call && site.Called().LastName() == "view_defaults")
            .Select(site => site.Node.KeywordValue(name)).FirstOrDefault(value => value is not null);
    }
}
