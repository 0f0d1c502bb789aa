using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports data turned into objects by a format in which the data chooses the code that runs.</summary>
public sealed class UnsafeDeserialisation : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1308",
        "unsafe-deserialisation",
        "Data is turned into objects by a format in which it chooses the code that runs",
        "`{0}()` runs whatever code {1} names",
        DiagnosticSeverity.Warning,
        Precision.High,
        "security",
        "deserialisation")
    {
        Cwe = [502],
        PeerIds = ["S301", "S302", "S506", "B301", "B302", "B506", "S5135", "S6985"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no pickle, YAML or the like is read"));
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function.LastName() is "safe_load" or "safe_load_all" && context.Model.GetQualifiedName(call.Function) is "yaml.safe_load" or "yaml.safe_load_all") context.Examined();
        if (Deserialisers.Find(call, context.Model) is not { } reader) return;
        context.Examined();
        if (!Deserialisers.IsUnsafe(reader, call, context.Model)) return;
        var isInput = call.Arguments is [var data, ..] && new Origins(context.Project, context.Model).Of(data) == Origin.Input;
        // A copy (`loads(dumps(x))`) and a cache that one module writes and reads are the program's own data.
        if (!isInput && Deserialisers.IsWrittenBeside(reader, context.Model)) return;
        context.Report(context.CreateDiagnostic(context.LocationOf(call.Function), call.Function.DottedName() ?? reader.Name, isInput ? "the request" : "its input") with
        {
            Severity = isInput ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        });
    }
}
