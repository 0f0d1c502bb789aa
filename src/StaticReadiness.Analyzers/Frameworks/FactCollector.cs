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
        if (ExposedMethods.IsExposing(node) && model.GetDeclaredFunction(node) is { } exposing) Facts.ExposingDecorators.Add(exposing);
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
            if (last == "register" && node is { Function: Attribute, Arguments.Length: > 0 }) Facts.RouterEntries.Add(node);
            if (FrameworkTables.InterestingNames.Contains(last)) CollectCall(node, last);
            else if (char.IsAsciiLetterUpper(last[0])) CollectSubclass(node);
        }

        // `router.post("/")(register)` is the decorator called by hand
        if (node is { Function: Call { Function: Attribute decorator } inner, Arguments: [var applied] } && FrameworkTables.InterestingNames.Contains(decorator.Name))
            CollectMethod(decorator, inner, decorator.Name, decorated: null, applied);
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
        if (KnownName(call.Function) is { } qualified)
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

        if (char.IsAsciiLetterUpper(last[0])) CollectSubclass(call);
        if (Aliased(call.Function) is Attribute method) CollectMethod(method, call, method.Name, decorated: null);
    }

    // A framework that the repository carries with it resolves to its own files; the tables know it by the name it is imported under.
    private string? KnownName(Expression function)
    {
        var qualified = model.GetQualifiedName(function);
        return (qualified is null || !FrameworkTables.IsKnown(qualified)) && ImportedNames.Of(function, model) is { } imported && FrameworkTables.IsKnown(imported) ? imported : qualified;
    }

    // `router = app.router`, `add_route = app.router.add_route`: a local name for part of an application
    private Expression Aliased(Expression expression) =>
        expression is Name name && model.GetSymbol(name) is { Bindings: [Name { Parent: Assign { Targets.Length: 1, Value: Attribute value } }] } ? value : expression;

    private void CollectDecorators(Statement decorated, IEnumerable<Expression> decorators)
    {
        foreach (var decorator in decorators)
        {
            var function = decorator is Call call ? call.Function : decorator;
            if (function.LastName() is not { } last || !FrameworkTables.InterestingNames.Contains(last)) continue;
            if (KnownName(function) is { } qualified)
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

    private void CollectMethod(Attribute method, Expression node, string last, Statement? decorated, Expression? applied = null)
    {
        foreach (var row in FrameworkTables.Methods[last])
        {
            if (row.IsDecorator != (decorated is not null || applied is not null)) continue;
            // `app.router.add_get`: the method belongs to an attribute of the application.
            var receiver = row.Name.Contains('.') ? (Aliased(method.Value) as Attribute) is { } inner && inner.Name == row.Name[..row.Name.IndexOf('.')] ? inner.Value : null : method.Value;
            if (receiver is null) continue;
            var framework = FrameworkTables.FrameworkOf(receiver, model);
            if (framework is not null ? framework != row.Framework : !ReferenceKeys.LooksLikeApplication(receiver, row.Framework) || IsOtherType(receiver)) continue;
            Facts.Registrations.Add(new RegistrationFact(row, ReferenceKeys.Of(receiver, model), node, decorated, model) { IsGuess = framework is null, Applied = applied });
        }
    }

    private bool IsOtherType(Expression receiver) => model.GetType(receiver) is not null;
}
