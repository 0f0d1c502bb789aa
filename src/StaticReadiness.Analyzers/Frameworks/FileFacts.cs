using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>What one file says about frameworks, computed from that file's tree.</summary>
internal sealed record FileFacts(SemanticModel Model)
{
    public List<ObjectFact> Objects { get; } = [];

    public List<RegistrationFact> Registrations { get; } = [];

    public List<ClassFact> Classes { get; } = [];

    /// <summary>Values given to an attribute <c>exception_handlers</c>, as plugins do with an application's configuration.</summary>
    public List<Expression> HandlerTables { get; } = [];

    /// <summary>Functions that wrap the rest of the application in a broad <c>try</c>.</summary>
    public List<FunctionSymbol> Boundaries { get; } = [];

    /// <summary>Calls <c>router.register(prefix, viewset)</c>.</summary>
    public List<Call> RouterEntries { get; } = [];

    /// <summary>Functions that set <c>exposed</c> on what they decorate.</summary>
    public List<FunctionSymbol> ExposingDecorators { get; } = [];

    public List<TestClientUse> TestClients { get; } = [];

    /// <summary>The module-level assignments by name; settings, URLconfs, tables of routes and of handlers are such.</summary>
    public Dictionary<string, Assign> ModuleAssignments { get; } = [];
}
