using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Something being added to an application or router.</summary>
/// <param name="ReceiverKey">What the application or router is known by; null when the table's function needs none or the variable cannot be followed.</param>
/// <param name="Node">The call, or the decorator where it is written without one.</param>
/// <param name="Decorated">The function or class below a decorator; null for a call.</param>
internal sealed record RegistrationFact(FrameworkRegistration Registration, string? ReceiverKey, Expression Node, Statement? Decorated, SemanticModel Model)
{
    /// <summary>True when the receiver's type is unknown and only names speak for the framework.</summary>
    public bool IsGuess { get; init; }

    public Call? Call => Node as Call;

    public Expression? PathArgument => Call is { } call ? Registration.Path?.In(call) : null;

    public IEnumerable<Expression> PathArguments => Call is { } call && Registration.Path is { } place ? place.AllIn(call) : [];

    /// <summary>What a decorator is called on where it is not written as one: <c>router.post("/")(register)</c>.</summary>
    public Expression? Applied { get; init; }

    public Expression? TargetArgument => Call is { } call ? Registration.Target?.In(call) : null;

    /// <summary>The function that is added, when the project declares it.</summary>
    public FunctionSymbol? TargetFunction => Decorated is FunctionDef function ? Model.GetDeclaredFunction(function)
        : (Applied ?? TargetArgument) is { } argument ? Model.ResolveFunction(argument is Await wait ? wait.Value : argument) : null;

    /// <summary>The class that is added, when the project declares it: <c>MyView</c> or <c>MyView.as_view()</c>.</summary>
    public ClassSymbol? TargetClass => Decorated is ClassDef @class ? Model.GetDeclaredClass(@class) : TargetArgument switch
    {
        Call { Function: Python.Syntax.Attribute { Name: "as_view", Value: var view } } => Model.ResolveClass(view),
        { } argument => Model.ResolveClass(argument),
        null => null,
    };

    /// <summary>A keyword of the registration, or the one that <c>@view_defaults</c> gives all views of the class.</summary>
    public Expression? Keyword(string name)
    {
        if (Call?.KeywordValue(name) is { } given) return given;
        var owner = Decorated as ClassDef ?? Decorated?.Parent as ClassDef;
        return owner?.Decorators.OfType<Call>().Where(decorator => decorator.Function.LastName() == "view_defaults").Select(decorator => decorator.KeywordValue(name)).FirstOrDefault(value => value is not null);
    }
}
