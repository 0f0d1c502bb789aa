namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>The shape of an expression as far as frameworks are told something by it.</summary>
internal enum SiteValueKind
{
    Other,
    Name,
    Attribute,
    Call,
    String,
    Integer,
    True,
    False,
    None,
    Literal,
    List,
    Tuple,
    Set,
    Dict,
    Sum,
    Joined,
    Formatted,
    Starred,
    Await,
}
