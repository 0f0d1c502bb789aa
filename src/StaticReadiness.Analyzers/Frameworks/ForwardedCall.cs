using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>
/// Follows a project's own helper around a method of a framework: <c>api.add_team_resource(Cart, "/cart")</c>, whose body hands its parameters to
/// <c>self.add_resource</c>, registers what it is given where it is called.
/// </summary>
internal sealed class ForwardedCall
{
    private readonly SiteValue call;
    private readonly Dictionary<string, SiteValue> bound = [];
    private readonly List<SiteValue> rest = [];
    private readonly List<(string? Name, SiteValue Value)> restKeywords = [];
    private readonly string? restName;

    private ForwardedCall(SiteValue call, FunctionSymbol helper)
    {
        this.call = call;
        var parameters = helper.Parameters.ToList();
        if (helper.IsMethod && !helper.IsStaticMethod && parameters.Count > 0)
        {
            bound[parameters[0].Name] = call.Function.Inner;
            parameters.RemoveAt(0);
        }

        var positional = parameters.Where(parameter => parameter.Kind is ParameterKind.PositionalOnly or ParameterKind.PositionalOrKeyword).Select(parameter => parameter.Name).ToList();
        var arguments = call.Arguments;
        for (var i = 0; i < arguments.Length; i++)
            if (i < positional.Count) bound[positional[i]] = arguments[i];
            else rest.Add(arguments[i]);
        restName = parameters.FirstOrDefault(parameter => parameter.Kind == ParameterKind.VarPositional)?.Name;
        foreach (var (name, value) in call.KeywordArguments)
            if (name is not null && parameters.Any(parameter => parameter.Name == name)) bound[name] = value;
            else restKeywords.Add((name, value));
    }

    /// <summary>The calls that a helper's body makes with its parameters, as if they stood where the helper is called.</summary>
    /// <param name="call">The call of the helper.</param>
    /// <param name="helper">The function that is called.</param>
    /// <param name="home">The helper's file.</param>
    public static IEnumerable<(SiteCall Inner, SiteCall Here)> Find(SiteCall call, FunctionSymbol helper, SiteFile home)
    {
        var forwarded = new ForwardedCall(call.Node, helper);
        foreach (var inner in home.Facts.Calls)
        {
            if (inner.Function != helper.Node.Start || inner.Decorates() || inner.Node is not { Kind: SiteValueKind.Call, Function: { Kind: SiteValueKind.Attribute, Inner: { Kind: SiteValueKind.Name } receiver } method }) continue;
            if (forwarded.bound.TryGetValue(receiver.Text!, out var given)) yield return (inner, call with { Node = forwarded.Translate(inner.Node, method, given), Target = null });
        }
    }

    private SiteValue Translate(SiteValue inner, SiteValue method, SiteValue receiver)
    {
        var arguments = inner.Arguments.SelectMany(argument => argument.Kind == SiteValueKind.Starred && argument.Inner.Text == restName ? rest : [Translate(argument)]);
        var keywords = inner.KeywordArguments.SelectMany(keyword => keyword.Name is null ? restKeywords : [(keyword.Name, Translate(keyword.Value))]).ToList();
        var function = new SiteValue(SiteValueKind.Attribute, call.Function.Start, call.Function.End, method.Text, [receiver]);
        return new SiteValue(SiteValueKind.Call, call.Start, call.End, null, [function, .. arguments, .. keywords.Select(keyword => keyword.Value)], [.. keywords.Select(keyword => keyword.Name)]);
    }

    // what is no parameter keeps its value; a name of another file would be looked for in the wrong place
    private SiteValue Translate(SiteValue value) =>
        value.Kind == SiteValueKind.Name && bound.TryGetValue(value.Text!, out var given) ? given
        : value.IsConstant() ? value
        : value.Kind is SiteValueKind.List or SiteValueKind.Tuple && value.Elements().All(element => element.IsConstant()) ? value
        : new SiteValue(SiteValueKind.Other, call.Start, call.End);
}
