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
        if (Deserialisers.Find(call, context.Model) is not { } reader || TestSupport.IsNamed(context.Tree)) return;
        context.Examined();
        if (!Deserialisers.IsUnsafe(reader, call, context.Model)) return;
        var isInput = call.Arguments is [var data, ..] && new Origins(context.Project, context.Model).Of(data) == Origin.Input;
        // A copy (`loads(dumps(x))`) and a cache that one module writes and reads are the program's own data.
        if (!isInput && (Deserialisers.IsWrittenBeside(reader, context.Model) || call.Arguments is [var given, ..] && (IsOwnWork(given) || IsHandedWithin(given)))) return;
        context.Report(context.CreateDiagnostic(context.LocationOf(call.Function), call.Function.DottedName() ?? reader.Name, isInput ? "the request" : "its input") with
        {
            Severity = isInput ? DiagnosticSeverity.Error : IsOwnFile(call) || IsPath(reader, call) ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
        });
    }

    // What a process or a thread of the program's own has answered.
    private static bool IsOwnWork(Expression data) => data is Call { Function: Python.Syntax.Attribute { Name: "result", Value: var future } } ? IsFuture(future)
        : data is Name name && data.EnclosingFunction() is { } function && function.DescendantsAndSelf().Any(node => node is Assign { Targets: [Name target], Value: Call { Function: Python.Syntax.Attribute { Name: "result", Value: var source } } } && target.Identifier == name.Identifier && IsFuture(source));

    private static bool IsFuture(Expression value) => value.LastName() is { } name && IdentifierWords.Split(name).Exists(word => word is "future" or "fut" or "futures");

    // A private function is given its data by its own module; where that comes from is for the caller to tell.
    private static bool IsHandedWithin(Expression data) =>
        data is Name name && data.EnclosingFunction() is { } function && function.Name.StartsWith('_') && !function.Name.EndsWith("__", StringComparison.Ordinal) && function.Parent is Module or ClassDef
        && (function.Parameters.Positional.Any(parameter => parameter.Name == name.Identifier)
            || data.Ancestors().TakeWhile(node => node != function).SelectMany(LoopsOf).Any(loop => loop.Target.DescendantsAndSelf().Any(part => part is Name target && target.Identifier == name.Identifier) && loop.Iterable.DescendantsAndSelf().Any(part => part is Name source && function.Parameters.KwArg?.Name == source.Identifier)));

    private static IEnumerable<Comprehension> LoopsOf(SyntaxNode node) => node switch
    {
        DictComp comprehension => comprehension.Generators,
        ListComp comprehension => comprehension.Generators,
        _ => [],
    };

    // These open a file by its name themselves.
    private static bool IsPath(Deserialiser reader, Call call) =>
        reader.Name is "joblib.load" or "pandas.read_pickle" or "torch.load" or "numpy.load" && call.Arguments is [Name or Python.Syntax.Attribute or BinOp or Constant or JoinedStr, ..] or [Call { Function: Python.Syntax.Attribute or Name }, ..]
        && (call.Arguments[0] is not Call made || made.Function.LastName() is "join" or "Path" or "str" or "joinpath");

    // `with open(path, "rb") as file: pickle.load(file)`: whoever can write there is nearly in already.
    private static bool IsOwnFile(Call call) =>
        call.Arguments is [var given, ..] && (given is Call { Function: Python.Syntax.Attribute { Name: "read", Value: var read } } ? read : given) is var data && (data is Call { Function: var direct } && direct.LastName() == "open"
            || data is Name name && call.Ancestors().OfType<With>().Any(with => with.Items.Any(item => item.Target is Name target && target.Identifier == name.Identifier && item.Value is Call { Function: var opener } && opener.LastName() == "open")));
}
