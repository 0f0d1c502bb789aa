using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Reports uses of APIs that their library has deprecated or removed, as far as the versions in use have.</summary>
public sealed class DeprecatedApi : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0205",
        "deprecated-api",
        "Code uses an API that its library deprecated or removed",
        "`{0}` is {1}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "migration-safety",
        "current-apis")
    {
        AppliesTo = FileRoles.Application | FileRoles.Script,
        Cwe = [477],
        PeerIds = ["UP035", "W4901", "W4902", "W4905", "deprecated-module", "DTZ003", "DTZ004", "NPY001", "NPY201"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineImport, SyntaxKind.Import, SyntaxKind.ImportFrom);
        context.RegisterSyntaxNodeAction(ExamineAttribute, SyntaxKind.Attribute);
    }

    private static void ExamineImport(SyntaxNodeContext context)
    {
        if (context.Node is Import import)
        {
            foreach (var alias in import.Names) Judge(context, DeprecatedApis.FindModule(alias.Name), alias, alias.Name);
            return;
        }

        var from = (ImportFrom)context.Node;
        if (from.Level > 0 || from.Module is null) return;
        var module = DeprecatedApis.FindModule(from.Module);
        foreach (var alias in from.Names)
            Judge(context, module ?? DeprecatedApis.Find($"{from.Module}.{alias.Name}"), alias, from.Module);
    }

    private static void ExamineAttribute(SyntaxNodeContext context)
    {
        var attribute = (Attribute)context.Node;
        if (attribute.Context != ExpressionContext.Load || !DeprecatedApis.MayContain(attribute.Name)) return;
        if (context.Model.GetQualifiedName(attribute) is { } name && DeprecatedApis.Find(name) is { } entry) Judge(context, entry, attribute, name);
    }

    private static void Judge(SyntaxNodeContext context, DeprecatedApiEntry? entry, SyntaxNode culprit, string name)
    {
        context.Examined();
        // the project's own module of that name is another thing
        if (entry is null || ForeignCode.Of(context.Project).Holds(context.Tree) || context.Project.Compilation.FindModule(ModuleNames.TopLevel(name)) is not null || IsCompatibilityCode(culprit)) return;
        var inUse = VersionsInUse.Of(context.Project).Find(entry.Package);
        if (inUse is null && entry.Package != "python") return;
        if (inUse is not null && inUse < entry.Since && !(entry.Package == "python" && entry.Removed is not null)) return;
        var isGone = entry.Removed is { } removed && inUse is not null && inUse >= removed;
        var fact = isGone ? $"gone since {entry.Library} {entry.Removed}, and this project runs on {inUse}"
            : entry.Removed is { } end ? $"deprecated since {entry.Library} {entry.Since} and gone in {end}"
            : $"deprecated since {entry.Library} {entry.Since}";
        if (entry.Replacement.Length > 0) fact += $"; its successor is `{entry.Replacement}`";
        context.Report(context.CreateDiagnostic(context.LocationOf(culprit), entry.Name, fact) with
        {
            Severity = isGone ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        });
    }

    // The old name beside the new one, chosen by version or by what can be imported, is how a library supports both.
    private static bool IsCompatibilityCode(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor is Try @try && @try.Handlers.Any(handler => handler.Type is null || CatchesAbsence(handler.Type))) return true;
            if (ancestor is If guard && MentionsVersion(guard.Test)) return true;
        }

        return false;
    }

    private static bool CatchesAbsence(Expression type) => type is Python.Syntax.Tuple tuple
        ? tuple.Elements.Any(CatchesAbsence)
        : type.LastName() is "ImportError" or "ModuleNotFoundError" or "AttributeError" or "Exception";

    private static bool MentionsVersion(Expression test) => test.DescendantsInScope().Prepend(test).Any(node =>
        (node as Expression).LastName() is { } name && (name.Contains("version", StringComparison.OrdinalIgnoreCase) || name is "PY2" or "PY3" or "hasattr" or "TYPE_CHECKING"));
}
