using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Finds what one function runs, without entering the functions defined in it.</summary>
internal sealed partial class CallCollector : SyntaxWalker
{
    private static readonly HashSet<string> IteratingBuiltins = new(StringComparer.Ordinal)
    {
        "builtins.list", "builtins.tuple", "builtins.set", "builtins.dict", "builtins.sorted", "builtins.len", "builtins.sum", "builtins.min", "builtins.max", "builtins.bool", "builtins.any", "builtins.all",
    };

    private readonly Compilation compilation;
    private readonly HashSet<string> propertyNames;
    private readonly ImmutableArray<CallSite>.Builder sites = ImmutableArray.CreateBuilder<CallSite>();
    private FunctionSymbol caller = null!;
    private Scope scope = null!;

    public CallCollector(Compilation compilation, HashSet<string> propertyNames)
    {
        this.compilation = compilation;
        this.propertyNames = propertyNames;
    }

    public ImmutableArray<CallSite> Collect(FunctionSymbol function)
    {
        caller = function;
        scope = function.Scope;
        sites.Clear();
        switch (function.Node)
        {
            case FunctionDef definition: VisitAll(definition.Body); break;
            case Lambda lambda: Visit(lambda.Body); break;
            case Module module: VisitAll(module.Body); break;
        }

        return sites.ToImmutable();
    }

    private void VisitAll<T>(ImmutableArray<T> nodes) where T : SyntaxNode
    {
        foreach (var node in nodes) Visit(node);
    }

    // decorators and defaults run where the function is defined, its body does not
    protected override void VisitFunctionDef(FunctionDef node)
    {
        VisitAll(node.Decorators);
        VisitDefaults(node.Parameters);
    }

    protected override void VisitLambda(Lambda node) => VisitDefaults(node.Parameters);

    protected override void VisitClassDef(ClassDef node)
    {
        VisitAll(node.Decorators);
        VisitAll(node.Bases);
        VisitAll(node.Keywords);
        VisitIn(node, () => VisitAll(node.Body));
    }

    protected override void VisitListComp(ListComp node) => VisitComprehension(node);

    protected override void VisitSetComp(SetComp node) => VisitComprehension(node);

    protected override void VisitDictComp(DictComp node) => VisitComprehension(node);

    protected override void VisitGeneratorExp(GeneratorExp node) => VisitComprehension(node);

    private void VisitComprehension(Expression node)
    {
        var first = node.FirstGenerator()!;
        Visit(first.Iterable);
        VisitIn(node, () =>
        {
            foreach (var child in node.ChildNodes())
            {
                if (child != first)
                {
                    Visit(child);
                    continue;
                }

                Visit(first.Target);
                VisitAll(first.Conditions);
            }
        });
    }

    private void VisitIn(SyntaxNode node, Action visit)
    {
        var outer = scope;
        scope = caller.Module.SymbolTable.GetScope(node) ?? outer;
        visit();
        scope = outer;
    }

    private void VisitDefaults(Parameters parameters)
    {
        foreach (var parameter in ParameterList.Create(parameters.Parent!))
            if (parameter.Default is { } given) Visit(given);
    }

    protected override void VisitAnnAssign(AnnAssign node)
    {
        if (node.Value is not null) Visit(node.Value);
    }

    protected override void VisitCall(Call node)
    {
        DefaultVisit(node);
        if (compilation.Evaluator.Evaluate(node.Function, scope) is not { } callee) return;
        if (callee.Kind == ValueKind.Union)
        {
            TryAddChoice(node, [.. callee.Arguments.Select(alternative => CallResolver.Resolve(compilation.Evaluator, alternative!, scope))]);
            return;
        }

        var call = CallResolver.Resolve(compilation.Evaluator, callee, scope);
        if (call.Name is null) return;
        if (call.Function is not { } function) AddLibraryCall(node, call.Wrapper ?? call.Name);
        else if (call.Wrapper is not null || !function.IsMethod || !IsOnObject(callee, node.Function) || !TryAddOverridden(node, function)) AddCall(node, function, call.Name, call.Wrapper);
    }

    private void AddCall(Call node, FunctionSymbol function, string name, string? wrapper)
    {
        var isAwaited = IsAwaited(node);
        var mode = GetMode(node, function, wrapper, isAwaited);
        sites.Add(new CallSite(caller, node, function, name, null, mode));
        if (mode == CallMode.Direct)
            foreach (var decorating in DecoratorWrappers.Find(compilation, function)) sites.Add(new CallSite(caller, node, decorating, decorating.QualifiedName, null, mode));
    }

    private CallMode GetMode(Call node, FunctionSymbol function, string? wrapper, bool isAwaited)
    {
        if (wrapper is not null || IsMovedByDecorator(function)) return CallMode.Offloaded;
        if (function.IsAsync) return isAwaited ? CallMode.Direct : CallMode.Deferred;
        if (function.IsGenerator) return Consumption.IsConsumed(node) ? CallMode.Direct : CallMode.Deferred;
        if (!function.Decorators.IsEmpty && (isAwaited || IsAwaitedLater(node))) return CallMode.Offloaded;
        return IsCached(function) || LazyInitialization.Contains(node, caller) ? CallMode.Once : CallMode.Direct;
    }

    private static bool IsCached(FunctionSymbol function) => function.Parameters.IsEmpty && function.Decorators.Any(d => d is "functools.lru_cache" or "functools.cache");

    private bool IsMovedByDecorator(FunctionSymbol function)
    {
        foreach (var decorator in function.Decorators)
            if (decorator.Length > 0 && compilation.Knowledge.FindOffload(decorator) is { Form: OffloadForm.Wrapper }) return true;
        return !function.IsAsync && DecoratorWrappers.MakesCoroutine(compilation, function);
    }

    private void AddLibraryCall(Call node, string name)
    {
        if (IteratingBuiltins.Contains(name) && node.Arguments is [var iterable, ..]) AddIteration(node, iterable);
        if (compilation.Knowledge.FindOffload(name) is { } offload) AddHandedOver(node, offload);
        // what is awaited answers asynchronously, whatever the tables say
        if (IsAwaited(node)) return;
        if (compilation.Knowledge.FindEffect(name) is not { } effect || (effect.Kind == EffectKinds.Wait && Consumption.AsksNotToWait(node)) || Consumption.AnswersAtOnce(node, name)) return;
        if (Consumption.IsShortSleep(node, name)) effect = effect with { Weight = EffectWeight.Light };
        sites.Add(new CallSite(caller, node, null, name, effect, LazyInitialization.Contains(node, caller) ? CallMode.Once : CallMode.Direct));
    }

    /// <summary>The callable in an argument runs elsewhere, later or in place; a call in its stead is an ordinary call.</summary>
    private void AddHandedOver(Call node, LibraryOffload offload)
    {
        if (Evaluator.GetArgument(node, offload.Argument) is not { } argument || argument is Call) return;
        if (compilation.Evaluator.Evaluate(argument, scope) is not { Kind: not ValueKind.Class } callee) return;
        var target = CallResolver.Resolve(compilation.Evaluator, callee, scope);
        var mode = offload.Form switch { OffloadForm.Inline => CallMode.Direct, OffloadForm.Schedule => CallMode.Deferred, _ => CallMode.Offloaded };
        if (target.Function is { } function) sites.Add(new CallSite(caller, argument, function, target.Name!, null, mode));
        else if (target.Name is { } name && compilation.Knowledge.FindEffect(name) is { } effect) sites.Add(new CallSite(caller, argument, null, name, effect, mode));
    }

    /// <summary>Going through an object of a library can be a call as well: a query set asks the database then.</summary>
    private void AddIteration(SyntaxNode node, Expression iterable)
    {
        if (iterable is Name or Syntax.Attribute or Call && compilation.Evaluator.Evaluate(iterable, scope) is { IsInstance: true, Class: null } value
            && compilation.Knowledge.FindEffect(value.Name + ".__iter__") is { } effect) sites.Add(new CallSite(caller, node, null, value.Name + ".__iter__", effect, CallMode.Direct));
    }

    protected override void VisitFor(For node)
    {
        if (!node.IsAsync) AddIteration(node.Iterable, node.Iterable);
        DefaultVisit(node);
    }

    /// <summary>True for <c>x = f()</c> with an <c>await x</c> in the same function: what decorates <c>f</c> gives an awaitable.</summary>
    private bool IsAwaitedLater(Call node) =>
        caller is { IsAsync: true, Definition: { } definition } && node.Parent is Assign { Targets: [Name target] } && definition.Body.Any(statement => Awaits(statement, target.Identifier));

    private static bool Awaits(SyntaxNode node, string name) => node switch
    {
        Await { Value: Name awaited } => awaited.Identifier == name,
        FunctionDef or ClassDef or Lambda => false,
        _ => node.ChildNodes().Any(child => Awaits(child, name)),
    };

    private static bool IsAwaited(Call node) => node.Parent switch
    {
        Await => true,
        WithItem { Parent: With { IsAsync: true } } => true,
        For { IsAsync: true } loop => loop.Iterable == node,
        Comprehension { IsAsync: true } comprehension => comprehension.Iterable == node,
        _ => false,
    };

    protected override void VisitAttribute(Syntax.Attribute node)
    {
        Visit(node.Value);
        if (node.Context != ExpressionContext.Load || !propertyNames.Contains(node.Name)) return;
        if (compilation.Evaluator.Evaluate(node.Value, scope) is not { IsInstance: true, Class: { } @class }) return;
        if (@class.FindMethod(node.Name) is not { IsProperty: true } property) return;
        var getters = compilation.Overrides.Find(property);
        if (getters.IsEmpty || !property.IsAbstract) getters = getters.Insert(0, property);
        foreach (var getter in getters) sites.Add(new CallSite(caller, node, getter, getter.QualifiedName, null, getters.Length > 1 ? CallMode.Dispatch : CallMode.Direct));
    }

    protected override void VisitSubscript(Subscript node)
    {
        DefaultVisit(node);
        const string read = "os.environ.__getitem__";
        if (node is { Context: ExpressionContext.Load, Value: Syntax.Attribute { Name: "environ" } or Name { Identifier: "environ" } }
            && compilation.Evaluator.Evaluate(node.Value, scope) is { Name: "os.environ" } && compilation.Knowledge.FindEffect(read) is { } effect)
            sites.Add(new CallSite(caller, node, null, read, effect, CallMode.Direct));
    }

    protected override void VisitWithItem(WithItem node)
    {
        DefaultVisit(node);
        if (compilation.Evaluator.Evaluate(node.Value, scope) is not { IsInstance: true, Class: { } @class }) return;
        string[] names = node.Parent is With { IsAsync: true } ? ["__aenter__", "__aexit__"] : ["__enter__", "__exit__"];
        foreach (var name in names)
            if (@class.FindMethod(name) is { } method) sites.Add(new CallSite(caller, node, method, method.QualifiedName, null, CallMode.Direct));
    }
}
