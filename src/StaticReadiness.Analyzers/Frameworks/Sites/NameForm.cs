namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>What gives a name a different value each time it is met.</summary>
internal enum NameForm
{
    Parameter,
    LoopVariable,
}
