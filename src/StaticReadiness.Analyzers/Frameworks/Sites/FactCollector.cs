using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>Walks one file and notes what may tell a framework something; what the names mean across files is asked when files are joined.</summary>
internal sealed class FactCollector : SyntaxWalker
{
    private readonly FileFacts facts = new();
    private readonly SiteReader reader;
    private readonly List<Call> handedOn = [];
    private readonly Stack<int> functions = [];
    private readonly bool entersFunctions;
    private int depth;

    private FactCollector(SymbolTable symbols, bool entersFunctions)
    {
        reader = new SiteReader(symbols, facts.Locals);
        this.entersFunctions = entersFunctions;
    }

    /// <summary>The facts of one file.</summary>
    /// <param name="symbols">The file's names.</param>
    /// <param name="entersFunctions">False to note only what modules and classes hold, and decorators.</param>
    public static FileFacts Collect(SymbolTable symbols, bool entersFunctions = true)
    {
        var collector = new FactCollector(symbols, entersFunctions);
        collector.Visit(symbols.Tree.Root);
        collector.CollectPatterns(symbols.Tree.Root);
        collector.CollectHandedOn();
        return collector.facts;
    }

    protected override void VisitFunctionDef(FunctionDef node)
    {
        CollectDecorators(node, node.Decorators);
        if (!entersFunctions) return;
        if (BoundaryShape.IsBoundary(node)) facts.Boundaries.Add(node.Start);
        if (ExposedMethods.IsExposing(node)) facts.ExposingDecorators.Add(node.Start);
        if (node is { Parameters.Positional: [var first, ..], Body: [.., Return { Value: Name result }] } && result.Identifier == first.Name) facts.GivingBack.Add(node.Start);
        functions.Push(node.Start);
        depth++;
        base.VisitFunctionDef(node);
        depth--;
        functions.Pop();
    }

    protected override void VisitLambda(Lambda node)
    {
        functions.Push(node.Start);
        base.VisitLambda(node);
        functions.Pop();
    }

    protected override void VisitClassDef(ClassDef node)
    {
        CollectDecorators(node, node.Decorators);
        if (node.Keywords.FirstOrDefault(keyword => keyword.Name == "attach") is { } attach) facts.Calls.Add(reader.ReadAttachment(node, attach));
        depth++;
        base.VisitClassDef(node);
        depth--;
    }

    protected override void VisitCall(Call node)
    {
        if (node.Function.LastName() is { } last && !IsDecorator(node))
        {
            if (SiteShape.MayMatter(node, last, reader)) Add(node, node, null);
            else if (SiteShape.IsHandedOn(node, last)) handedOn.Add(node);
        }

        // `router.post("/")(register)` is the decorator called by hand
        if (node is { Function: Call { Function: Attribute decorator } inner, Arguments: [var applied] } && SiteShape.IsDecoratingMethod(decorator, reader)) Add(inner, node, applied);
        base.VisitCall(node);
    }

    protected override void VisitAssign(Assign node)
    {
        if (node.Targets is [Attribute { Name: "exception_handlers" }]) facts.HandlerTables.Add(reader.Read(node.Value));
        if (depth == 0 && node is { Targets: [Name { Identifier: var name }], Parent: Module or If or Try } && !SiteShape.IsData(node.Value) && !facts.Variables.ContainsKey(name)) facts.Variables.Add(name, new VariableSite(node.Start, node.End, reader.Read(node.Value)));
        if (node is { Parent: ClassDef owner, Targets: [Name { Identifier: var member }] }) AddMember(owner, member, node.Value);
        base.VisitAssign(node);
    }

    protected override void VisitAnnAssign(AnnAssign node)
    {
        if (node is { Parent: ClassDef owner, Target: Name { Identifier: var member }, Value: { } value }) AddMember(owner, member, value);
        base.VisitAnnAssign(node);
    }

    protected override void VisitConstant(Constant node)
    {
        if (node.StringValue is { } text && FrameworkTables.BoundaryKeys.ContainsKey(text))
            facts.Configuration.Add(new ConfigurationSite(text, node.Start, node.End, SiteShape.ConfiguredValue(node) is { } value ? reader.Read(value) : null));
        base.VisitConstant(node);
    }

    private static bool IsDecorator(Call call) => call.Parent switch
    {
        FunctionDef function => function.Decorators.Contains(call),
        ClassDef @class => @class.Decorators.Contains(call),
        _ => false,
    };

    private void AddMember(ClassDef owner, string name, Expression value)
    {
        // fields of models and forms, which no path or setting is made of
        if (value is Call) return;
        if (facts.Classes is not [.., { Start: var start } last] || start != owner.Start)
        {
            last = facts.Classes.Find(site => site.Start == owner.Start) ?? new ClassSite(owner.Start, []);
            if (last.Values.Count == 0) facts.Classes.Add(last);
        }

        if (!last.Values.ContainsKey(name)) last.Values.Add(name, reader.Read(value));
    }

    private void Add(Expression node, Expression whole, Expression? applied)
    {
        var called = node is Call call ? call.Function : node;
        var method = reader.FindAlias(called) ?? called as Attribute;
        facts.Calls.Add(new SiteCall(
            reader.Read(node),
            method == called || method is null ? null : reader.Read(method),
            method is not null && reader.FindAlias(method.Value) is { } owner ? reader.Read(owner) : null,
            SiteShape.TargetOf(whole) is { } target ? reader.Read(target) : null,
            applied is null ? null : reader.Read(applied),
            Function: functions.TryPeek(out var function) ? function : null));
    }

    private void CollectDecorators(Statement decorated, IEnumerable<Expression> decorators)
    {
        foreach (var decorator in decorators)
        {
            var function = decorator is Call call ? call.Function : decorator;
            if (function.LastName() is { } last && (SiteShape.Decorators.Contains(last) || function is Attribute method && SiteShape.IsDecoratingMethod(method, reader)))
                facts.Calls.Add(new SiteCall(reader.Read(decorator), Owner: function is Attribute { Value: var value } && reader.FindAlias(value) is { } owner ? reader.Read(owner) : null, Decorated: decorated.Start));
        }
    }

    private void CollectPatterns(Module module)
    {
        foreach (var statement in module.Body)
        {
            if (statement is ImportFrom import)
            {
                if (import.Names.Any(alias => alias.Name == "urlpatterns" && alias.AsName is null)) facts.UrlPatterns.Add(new PatternSite(null, import.Module ?? "", import.Level == 0 ? null : import.Level));
                if (import.Names.Any(alias => (alias.AsName ?? alias.Name) == "handler500")) facts.HandlerImport ??= new SiteValue(SiteValueKind.Other, import.Start, import.End);
            }
            else
            {
                foreach (var list in SiteShape.PatternLists(statement)) facts.UrlPatterns.Add(new PatternSite(reader.Read(list)));
            }
        }
    }

    // A call that an application is handed to matters only where the file makes one.
    private void CollectHandedOn()
    {
        var made = facts.Calls.Where(site => site.Target is { Kind: SiteValueKind.Name }).Select(site => site.Target!.Text).ToHashSet();
        foreach (var call in handedOn)
            if (call.Arguments.Any(argument => argument is Name name && made.Contains(name.Identifier)))
                facts.Calls.Add(new SiteCall(reader.Read(call), Function: call.FirstAncestor<FunctionDef>()?.Start));
    }
}
