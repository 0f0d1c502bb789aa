using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    private static readonly HashSet<string> InjectionMarkers = new(StringComparer.Ordinal) { "fastapi.Depends", "fastapi.Security", "fastapi.params.Depends" };

    /// <summary>The value of a parameter: its annotation, <c>self</c>, an injected dependency; None for an untyped one whose default is None.</summary>
    private Value? EvaluateParameter(Parameter parameter, Scope scope)
    {
        if (scope.Declared is not FunctionSymbol function) return null;
        var isRest = parameter.Parent is Parameters list && (list.VarArg == parameter || list.KwArg == parameter);
        if (parameter.Annotation is { } annotation)
        {
            var annotationScope = function.Scope.Parent ?? scope;
            var declared = EvaluateAnnotation(annotation, annotationScope);
            // of several declared types the dependency tells which
            if (!isRest) return declared is { Kind: not ValueKind.Union } ? declared : (parameter.Default is { } given ? EvaluateInjected(given, annotationScope) : null) ?? declared;
            return declared is null ? null : parameter.Parent is Parameters { VarArg: var rest } && rest == parameter ? Value.OfInstance("builtins.tuple", declared) : Value.OfInstance("builtins.dict", Value.Text, declared);
        }

        if (isRest) return null;
        if (function.ContainingClass is { } @class && !function.IsStaticMethod && function.Parameters is [var first, ..] && first.Node == parameter)
            return function.IsClassMethod || function.Name == "__new__" ? Value.OfClass(@class) : Value.OfInstance(@class);
        return parameter.Default switch
        {
            null => null,
            Constant { ConstantKind: ConstantKind.None } => Value.None,
            var given => EvaluateInjected(given, function.Scope.Parent ?? scope),
        };
    }

    /// <summary>What <c>Depends(f)</c> injects: the result of <c>f</c>, of a generator what it yields.</summary>
    private Value? EvaluateInjected(Expression expression, Scope scope)
    {
        if (expression is not Call { Arguments: [var dependency, ..] } call) return null;
        if (Evaluate(call.Function, scope) is not { } marker || !InjectionMarkers.Contains(marker.Name)) return null;
        var target = Evaluate(dependency, scope);
        if (target?.Function is { } function)
        {
            var result = GetReturn(function, target.Receiver);
            return function.IsGenerator ? GetElement(result) : result;
        }

        return target is { Kind: ValueKind.Class } ? target.Instantiate() : null;
    }

    /// <summary>What calling a function of the project gives, with coroutines, generators and decorators in account.</summary>
    private Value? GetCallResult(FunctionSymbol function, Value? receiver)
    {
        var result = GetReturn(function, receiver);
        foreach (var decorator in function.Decorators)
        {
            if (decorator is "contextlib.contextmanager" or "contextlib.asynccontextmanager")
                return Value.OfInstance(decorator == "contextlib.contextmanager" ? "contextlib.AbstractContextManager" : "contextlib.AbstractAsyncContextManager", GetElement(result));
            if (decorator is "pytest.fixture" or "pytest_asyncio.fixture") return null;
        }

        return function.IsCoroutine ? Value.OfCoroutine(result) : result;
    }

    /// <summary>The type a function returns, as annotated or as its <c>return</c> statements tell.</summary>
    public Value? GetReturn(FunctionSymbol function, Value? receiver)
    {
        var annotation = function.Definition?.Returns;
        if (annotation is not null && receiver is not null && IsSelfType(annotation)) return receiver.Kind == ValueKind.Class ? receiver.Instantiate() : receiver;
        if (function.CachedReturn is { } cached) return cached as Value;
        var context = EvaluationContext.Current;
        if (!context.TryEnter(function, out var placeholder)) return placeholder;
        var value = annotation is not null ? EvaluateAnnotation(annotation, function.Scope.Parent!)
            : function.Node is Lambda lambda ? Evaluate(lambda.Body, function.Scope)
            : function.IsAbstract ? null : InferReturn(function);
        function.CachedReturn = context.Exit() ? value ?? Unknown : Unknown;
        return value;
    }

    private static bool IsSelfType(Expression annotation) => annotation is Name { Identifier: "Self" } or Syntax.Attribute { Name: "Self" } or Constant { StringValue: "Self" };

    private Value? InferReturn(FunctionSymbol function)
    {
        var results = ResultCollector.Collect(function);
        Value? value = Value.None;
        foreach (var result in results)
        {
            value = Join(value, Evaluate(result, GetScopeOf(result, function)));
            if (value is null) break;
        }

        if (!function.IsGenerator) return value;
        return Value.OfInstance(function.IsAsync ? "typing.AsyncGenerator" : "typing.Generator", value);
    }

    private static Scope GetScopeOf(Expression expression, FunctionSymbol function) => function.Module.SymbolTable.GetEnclosingScope(expression);

    /// <summary>The library class whose task object a decorator puts in a function's place, or null (Celery's <c>@app.task</c>).</summary>
    private string? FindTaskWrapper(FunctionSymbol function)
    {
        foreach (var decorator in function.Decorators)
            if (decorator.Length > 0 && knowledge.FindDecorated(decorator) is { } wrapper) return wrapper;
        return null;
    }

    public ImmutableArray<string> GetDecoratorNames(FunctionSymbol function)
    {
        if (function.Definition is not { Decorators.IsEmpty: false } definition) return [];
        return GetNames(definition.Decorators, function.Module);
    }

    /// <summary>The qualified names of decorators or bases, of a call that of the function called; unknown ones are the empty string.</summary>
    public ImmutableArray<string> GetNames(ImmutableArray<Expression> expressions, ModuleSymbol module)
    {
        if (expressions.IsEmpty) return [];
        var scope = module.SymbolTable.GetEnclosingScope(expressions[0]);
        var names = ImmutableArray.CreateBuilder<string>(expressions.Length);
        foreach (var expression in expressions) names.Add(GetQualifiedName(expression is Call call ? call.Function : expression, scope) ?? "");
        return names.ToImmutable();
    }

    public ImmutableArray<ClassReference> GetBases(ClassSymbol @class)
    {
        if (@class.Node.Bases.IsEmpty) return [];
        var context = EvaluationContext.Current;
        // a class that inherits from itself through its module's names has no knowable base
        if (!context.TryEnter(@class.Node, out _)) return [];
        var scope = @class.Module.SymbolTable.GetEnclosingScope(@class.Node.Bases[0]);
        var bases = ImmutableArray.CreateBuilder<ClassReference>();
        foreach (var expression in @class.Node.Bases)
        {
            var value = Evaluate(expression is Subscript generic ? generic.Value : expression, scope);
            if (value is { Kind: ValueKind.Class or ValueKind.External } && value.Class != @class) bases.Add(new ClassReference(value.Name, value.Class));
            else @class.HasKnownBases = false;
        }

        context.Exit();
        return bases.ToImmutable();
    }
}
