namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>A call or a decorator that may tell a framework something.</summary>
/// <param name="Node">The call; a decorator that is written without one is the decorator itself.</param>
/// <param name="Method">The attribute that a local name for it stands for: <c>app.router.add_get</c> of <c>add_get = app.router.add_get</c>.</param>
/// <param name="Owner">What the owner of the method stands for: <c>app.router</c> of <c>router = app.router</c>.</param>
/// <param name="Target">The variable it is put into.</param>
/// <param name="Applied">What a decorator is called on where it is not written as one: <c>router.post("/")(register)</c>.</param>
/// <param name="Decorated">Where the function or class below a decorator starts.</param>
/// <param name="Function">Where the function or lambda around it starts.</param>
internal sealed record SiteCall(
    SiteValue Node, SiteValue? Method = null, SiteValue? Owner = null, SiteValue? Target = null, SiteValue? Applied = null, int? Decorated = null, int? Function = null)
{
    /// <summary>Whether it is used as a decorator, written as one or called by hand.</summary>
    public bool Decorates() => Decorated is not null || Applied is not null;

    /// <summary>What is called or decorates, without its arguments.</summary>
    public SiteValue Called() => Node.Kind == SiteValueKind.Call ? Node.Function : Node;
}
