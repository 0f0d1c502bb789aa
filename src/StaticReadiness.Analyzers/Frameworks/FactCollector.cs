using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Walks one file and notes what it creates and registers; joining files is the builder's work.</summary>
internal sealed class FactCollector(SemanticModel model) : SyntaxWalker
{
    public FileFacts Facts { get; } = new(model);

    protected override void VisitFunctionDef(FunctionDef node)
    {
        CollectDecorators(node, node.Decorators);
        if (BoundaryShape.IsBoundary(node) && model.GetDeclaredFunction(node) is { } function) Facts.Boundaries.Add(function);
        base.VisitFunctionDef(node);
    }

    protected override void VisitClassDef(ClassDef node)
    {
        CollectDecorators(node, node.Decorators);
        if (!node.Bases.IsEmpty && model.GetDeclaredClass(node) is { } symbol) CollectBases(symbol);
        base.VisitClassDef(node);
    }

    protected override void VisitCall(Call node)
    {
        var last = node.Function.LastName();
        if (last is not null && !IsDecorator(node))
        {
            if (FrameworkTables.InterestingNames.Contains(last)) CollectCall(node, last);
            else if (char.IsAsciiLetterUpper(last[0])) CollectSubclass(node);
        }

        base.VisitCall(node);
    }

    protected override void VisitAssign(Assign node)
    {
        if (node.Targets is [Attribute { Name: "exception_handlers" }]) Facts.HandlerTables.Add(node.Value);
        if (node.Targets is [Name { Identifier: var name }] && node.Parent is Module or If or Try) Facts.ModuleAssignments.TryAdd(name, node);
        base.VisitAssign(node);
    }

    private static bool IsDecorator(Call call) => call.Parent switch
    {
        FunctionDef function => function.Decorators.Contains(call),
        ClassDef @class => @class.Decorators.Contains(call),
        _ => false,
    };

    private void CollectBases(ClassSymbol symbol)
    {
        foreach (var reference in symbol.Mro)
        {
            if (!FrameworkTables.BaseClasses.TryGetValue(reference.QualifiedName, out var known)) continue;
            Facts.Classes.Add(new ClassFact(known, symbol));
            return;
        }
    }

    private void CollectCall(Call call, string last)
    {
        var qualified = model.GetQualifiedName(call.Function);
        if (qualified is not null)
        {
            if (FrameworkTables.Objects.TryGetValue(qualified, out var created))
            {
                Facts.Objects.Add(new ObjectFact(created, ReferenceKeys.OfTarget(call, model), call, model));
                return;
            }

            if (FrameworkTables.TestClients.TryGetValue(qualified, out var tested))
                Facts.TestClients.Add(new TestClientUse(tested, qualified, new Location(model.Tree.Path, model.Tree.Text, call.Function.Span)));
            foreach (var row in FrameworkTables.Functions[qualified])
                if (!row.IsDecorator) Facts.Registrations.Add(new RegistrationFact(row, null, call, null, model));
        }

        if (call.Function is Attribute method) CollectMethod(method, call, last, decorated: null);
    }

    private void CollectDecorators(Statement decorated, IEnumerable<Expression> decorators)
    {
        foreach (var decorator in decorators)
        {
            var function = decorator is Call call ? call.Function : decorator;
            if (function.LastName() is not { } last || !FrameworkTables.InterestingNames.Contains(last)) continue;
            if (model.GetQualifiedName(function) is { } qualified)
                foreach (var row in FrameworkTables.Functions[qualified])
                    if (row.IsDecorator) Facts.Registrations.Add(new RegistrationFact(row, null, decorator, decorated, model));
            if (function is Attribute method) CollectMethod(method, decorator, last, decorated);
        }
    }

    // `Flower(handlers=…)` creates an application when the project's class derives from the framework's.
    private void CollectSubclass(Call call)
    {
        if (model.ResolveClass(call.Function) is not { } type || type.Node.Bases.IsEmpty) return;
        foreach (var reference in type.Mro)
        {
            if (!FrameworkTables.Objects.TryGetValue(reference.QualifiedName, out var known)) continue;
            Facts.Objects.Add(new ObjectFact(known, ReferenceKeys.OfTarget(call, model), call, model));
            return;
        }
    }

    private void CollectMethod(Attribute method, Expression node, string last, Statement? decorated)
    {
        foreach (var row in FrameworkTables.Methods[last])
        {
            if (row.IsDecorator != decorated is not null) continue;
            // `app.router.add_get`: the method belongs to an attribute of the application.
            var receiver = row.Name.Contains('.') ? (method.Value as Attribute) is { } inner && inner.Name == row.Name[..row.Name.IndexOf('.')] ? inner.Value : null : method.Value;
            if (receiver is null) continue;
            var framework = FrameworkTables.FrameworkOf(receiver, model);
            if (framework is not null ? framework != row.Framework : !ReferenceKeys.LooksLikeApplication(receiver) || IsOtherType(receiver)) continue;
            Facts.Registrations.Add(new RegistrationFact(row, ReferenceKeys.Of(receiver, model), node, decorated, model) { IsGuess = framework is null });
        }
    }

    private bool IsOtherType(Expression receiver) => model.GetType(receiver) is not null;
}
