using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>Reports endpoints of typed frameworks whose parameters or answers have no type.</summary>
public sealed class UntypedEndpoint : DiagnosticAnalyzer
{
    private const string Responses = "validation-and-types/response-schema";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1102",
        "untyped-endpoint",
        "An endpoint of a typed framework leaves types out",
        "`{0}` {1}",
        DiagnosticSeverity.Note,
        Precision.High,
        "validation-and-types",
        "response-schema")
    {
        PeerIds = ["ANN001", "ANN201", "S8409"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no endpoint of a framework that reads types");
        var seen = new HashSet<FunctionSymbol>();
        var isProved = false;
        foreach (var route in FrameworkModel.Of(context.Project).Routes)
        {
            if (route.Handler is not { Function: { Definition: { } definition } function } || context.Project.Files.TryGet(function.Tree.Path) is not { Role: FileRoles.Application }) continue;
            var endpoint = new Endpoint(definition, context.Project.Compilation.GetSemanticModel(function.Tree), route);
            if (!isProved && endpoint.ResponseSchema is { } schema)
            {
                isProved = true;
                context.Prove(Responses, Place(function, definition), $"`{function.Name}` answers with `{schema}`");
            }

            if (route.Framework.Id is not "fastapi" || !seen.Add(function)) continue;
            context.Examined();
            if (endpoint.Describe(function) is { } fault) context.Report(Place(function, definition), function.Name, fault);
        }

        if (!isProved) ProveSerializers(context);
    }

    // Class-based views name their serialiser.
    private static void ProveSerializers(ProjectContext context)
    {
        foreach (var handler in FrameworkModel.Of(context.Project).Handlers)
        {
            if (handler is not { Role: HandlerRole.Route, Function.ContainingClass: { } view }) continue;
            var named = view.Node.Body.OfType<Assign>().FirstOrDefault(assign => assign.Targets is [Name { Identifier: "serializer_class" }]);
            if (named?.Value.LastName() is not { } serializer) continue;
            context.Prove(Responses, new Location(view.Tree.Path, view.Tree.Text, view.Node.NameSpan), $"`{view.Name}` answers with `{serializer}`");
            return;
        }
    }

    private static Location Place(FunctionSymbol function, FunctionDef definition) => new(function.Tree.Path, function.Tree.Text, definition.NameSpan);
}
