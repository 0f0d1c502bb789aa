namespace StaticReadiness.Cli.Output;

/// <summary>One thing the model believes: where it stands, what it is, and what is said of it.</summary>
/// <param name="Line">The line, from 1; 0 for the file as a whole.</param>
/// <param name="Kind">What it is: <c>application</c>, <c>route</c>, <c>handler</c>, <c>middleware</c>, <c>call</c>, <c>caller</c>, <c>fact</c>, <c>name</c>, <c>project</c>, <c>read</c>, <c>skipped</c>.</param>
/// <param name="Name">Its qualified name, path or text.</param>
/// <param name="Details">What else is known, in a fixed order for each kind.</param>
internal sealed record InspectionRow(string File, int Line, string Kind, string Name, IReadOnlyList<string> Details);
