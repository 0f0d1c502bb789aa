namespace StaticReadiness.Analysis;

/// <summary>What a project is for; criteria say for which kinds they hold.</summary>
public enum ProjectKind { Application, Library, Framework, Cli, Script }
