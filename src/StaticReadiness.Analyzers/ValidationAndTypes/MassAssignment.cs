using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DataAccess;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>Reports records that are filled with whatever a client sends.</summary>
public sealed class MassAssignment : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1104",
        "mass-assignment",
        "A record is filled with whatever a client sends",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "validation-and-types",
        "boundary-schema")
    {
        Cwe = [915],
        PeerIds = ["DJ007"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no record is filled from a request");
        var handlers = BodyReaders.Of(context.Project);
        // a schema picks what may be written
        foreach (var (place, text) in handlers.Proofs) context.Prove("validation-and-types/boundary-schema", place, text);
        context.Examined(handlers.WithSchema.Count);
        foreach (var (function, body) in handlers.Readers)
        {
            var model = context.Project.Compilation.GetSemanticModel(function.Tree);
            foreach (var node in body.Nodes)
                if (Filled(node, body, model) is var (place, message))
                {
                    context.Examined();
                    if (!body.IsValidated) context.Report(new Location(function.Tree.Path, function.Tree.Text, place.Span), message);
                }
        }

        ExamineFields(context);
    }

    private static (Expression Place, string Message)? Filled(SyntaxNode node, RequestBody body, SemanticModel model) => node switch
    {
        Keyword { Name: null, Value: var spread, Parent: Call call } when body.IsBody(spread) && RecordOf(call, model) is { } record => (spread, $"`{record}` is made of whatever the request holds"),
        For { Iterable: var items, Target: var target } loop when body.IsBody(items) && SetterIn(loop, target) is { } setter => (setter.Function, $"`setattr` writes whatever the request names onto `{Written(setter.Arguments[0])}`"),
        _ => null,
    };

    private static string Written(Expression expression) => expression.DottedName() ?? "an object";

    // `Product(**data)`, `Product.objects.create(**data)`, `Product.objects.filter(…).update(**data)`, `insert(Product).values(**data)`
    private static string? RecordOf(Call call, SemanticModel model)
    {
        if (model.ResolveClass(call.Function) is { } made) return Records.IsRecord(made) ? made.Name : null;
        if (call.Function is not Attribute { Name: "create" or "update" or "values" or "get_or_create" or "update_or_create" } method) return null;
        // A manager tells a record by itself where the class is out of reach.
        if (method.Value is Attribute { Name: "objects", Value: Name record }) return record.Identifier;
        return method.Value.DescendantsAndSelf().OfType<Name>().Select(name => model.ResolveClass(name)).FirstOrDefault(found => found is not null && Records.IsRecord(found))?.Name;
    }

    // A condition in the loop that looks at the name picks what may be written.
    private static Call? SetterIn(For loop, Expression target)
    {
        if (target.DescendantsAndSelf().OfType<Name>().FirstOrDefault() is not { } key) return null;
        var nodes = loop.Body.DescendantsInScope().ToList();
        if (nodes.Exists(node => node is If choice && choice.Test.DescendantsAndSelf().Any(part => part is Name name && name.Identifier == key.Identifier))) return null;
        return nodes.OfType<Call>().FirstOrDefault(call => call is { Function: Name { Identifier: "setattr" }, Arguments: [_, Name name, ..] } && name.Identifier == key.Identifier);
    }

    private static void ExamineFields(ProjectContext context)
    {
        foreach (var @class in WritableFields.ClassesIn(context.Project))
        {
            if (WritableFields.MetaOf(@class) is not { } meta) continue;
            context.Examined();
            if (WritableFields.AllOf(meta) is not { } all || WritableFields.FindProtected(@class, meta, context.Project.Compilation.GetSemanticModel(@class.Tree)) is not { } field) continue;
            // asked last: who is written to is seen only by a look through all code
            if (!WritableFields.Of(context.Project).Contains(@class)) continue;
            context.Report(new Location(@class.Tree.Path, @class.Tree.Text, all.Span), $"clients may write every field through `{@class.Name}`, `{field}` too");
        }
    }
}
