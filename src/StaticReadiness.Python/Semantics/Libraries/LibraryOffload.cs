namespace StaticReadiness.Python.Semantics;

/// <summary>A library function that takes a callable.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="Form">What it does with the callable.</param>
/// <param name="Argument">The position of the callable; -1 for the keyword <c>key</c>.</param>
public sealed record LibraryOffload(string Name, OffloadForm Form, int Argument);
