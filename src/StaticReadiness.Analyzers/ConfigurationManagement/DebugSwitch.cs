namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>A parameter by which a framework or server is put into debug mode.</summary>
/// <param name="Form">How the switch is found: by the resolved <c>call</c>, or by the <c>method</c> name in a file that imports the package.</param>
/// <param name="Keyword">The keyword; empty when the first argument is the switch.</param>
/// <param name="Effect">What the switch gives away, as it reads in a message.</param>
internal sealed record DebugSwitch(string Form, string Name, string Keyword, string Package, string Effect);
