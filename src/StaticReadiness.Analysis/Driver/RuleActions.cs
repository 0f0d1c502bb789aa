using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>The actions of all rules of a run, with a dispatch table for each role a file may have.</summary>
internal sealed class RuleActions
{
    private readonly Dictionary<FileRoles, DispatchTable> tables = [];
    private readonly DispatchTable none;

    public RuleActions(IEnumerable<DiagnosticAnalyzer> analyzers)
    {
        Rules = [.. analyzers.Select(ActionRegistry.Of)];
        none = new DispatchTable(Rules, FileRoles.None);
        foreach (var role in Enum.GetValues<FileRoles>())
            if (role is not (FileRoles.None or FileRoles.All)) tables[role] = new DispatchTable(Rules, role);
    }

    public IReadOnlyList<ActionRegistry> Rules { get; }

    public DispatchTable TableOf(FileRoles role) => tables.GetValueOrDefault(role, none);
}
