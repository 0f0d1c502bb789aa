namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>What an action sees of a whole project; all of it is reached through <see cref="RuleContext.Project"/>.</summary>
public abstract class ProjectContext : RuleContext;
