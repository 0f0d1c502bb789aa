namespace StaticReadiness.Cli.Output;

/// <summary>The forms a report can be written in.</summary>
internal enum ReportFormat { Console, Sarif, Json }
