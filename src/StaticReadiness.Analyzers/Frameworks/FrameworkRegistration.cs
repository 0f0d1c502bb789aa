namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A way to add something to an application.</summary>
/// <param name="Form">How it is written: a <c>method</c> of an object of the framework, a <c>function</c>, a <c>decorator</c> function, or a constructor's <c>keyword</c>.</param>
/// <param name="Path">The argument with the path, or for an exception handler the class or status.</param>
/// <param name="Target">The argument with what is added; null when it is the decorated function.</param>
/// <param name="Verbs">The HTTP methods, <c>=keyword</c> where one lists them, <c>@n</c> where an argument does.</param>
internal sealed record FrameworkRegistration(
    Framework Framework, string Form, string Name, RegistrationKind Kind, ArgumentPlace? Path, ArgumentPlace? Target, bool IsDecorator, string Verbs);
