using System.Collections.Immutable;

namespace StaticReadiness.Python.Syntax.Checks;

internal sealed partial class SyntaxChecker
{
    private void VisitFunction(FunctionDef node)
    {
        VisitAll(node.Decorators);
        VisitDefaults(node.Parameters);
        if (hasDebugName) CheckDebugName(node.Name, node);
        var outer = scope;
        EnterTypeParameters(node, node.TypeParameters);
        VisitAnnotations(node.Parameters, node.Returns);
        CheckParameterNames(node.Parameters);
        VisitBody(node.IsAsync ? CheckedScopeKind.AsyncFunction : CheckedScopeKind.Function, node, node.Body);
        scope = outer;
    }

    private void VisitClass(ClassDef node)
    {
        VisitAll(node.Decorators);
        if (hasDebugName) CheckDebugName(node.Name, node);
        var outer = scope;
        EnterTypeParameters(node, node.TypeParameters);
        VisitAll(node.Bases);
        CheckKeywords(node.Keywords);
        VisitAll(node.Keywords);
        VisitBody(CheckedScopeKind.Class, node, node.Body);
        scope = outer;
    }

    private void VisitLambda(Lambda node)
    {
        VisitDefaults(node.Parameters);
        CheckParameterNames(node.Parameters);
        var outer = scope;
        scope = new CheckedScope(CheckedScopeKind.Lambda, node, outer);
        Visit(node.Body);
        scope = outer;
    }

    private void VisitBody(CheckedScopeKind kind, SyntaxNode node, ImmutableArray<Statement> body)
    {
        var (outerScope, outerBlocks, outerTarget, outerExceptStar) = (scope, blocks, jumpTarget, isInExceptStar);
        (scope, blocks, jumpTarget, isInExceptStar) = (new CheckedScope(kind, node, scope), 0, JumpTarget.None, false);
        VisitAll(body);
        if (kind == CheckedScopeKind.AsyncFunction && scope is { HasYield: true, ValueReturn: { } value }) Report("'return' with value in async generator", value);
        if (scope.DeepestBlock is { } deepest && (scope.HasYield || kind == CheckedScopeKind.AsyncFunction)) ReportDeepest(deepest);
        (scope, blocks, jumpTarget, isInExceptStar) = (outerScope, outerBlocks, outerTarget, outerExceptStar);
    }

    private void ReportDeepest(SyntaxNode block)
    {
        diagnostics.RemoveAll(diagnostic => diagnostic.Message == TooManyBlocks && diagnostic.Span.Start >= block.Start);
        Report(TooManyBlocks, block);
    }

    private void VisitDefaults(Parameters parameters)
    {
        foreach (var parameter in parameters.PositionalOnly) VisitOptional(parameter.Default);
        foreach (var parameter in parameters.Positional) VisitOptional(parameter.Default);
        foreach (var parameter in parameters.KeywordOnly) VisitOptional(parameter.Default);
    }

    private void VisitAnnotations(Parameters parameters, Expression? returns)
    {
        VisitAnnotations(parameters.PositionalOnly);
        VisitAnnotations(parameters.Positional);
        if (parameters.VarArg?.Annotation is { } several) VisitAnnotation(several is Starred starred ? starred.Value : several);
        VisitAnnotations(parameters.KeywordOnly);
        if (parameters.KwArg?.Annotation is { } keywords) VisitAnnotation(keywords);
        if (returns is not null) VisitAnnotation(returns);
    }

    private void VisitAnnotations(ImmutableArray<Parameter> parameters)
    {
        foreach (var parameter in parameters)
            if (parameter.Annotation is not null) VisitAnnotation(parameter.Annotation);
    }

    private void VisitAnnotation(Expression annotation)
    {
        if (annotationsAreDeferred) VisitInScope(CheckedScopeKind.Annotation, annotation, annotation);
        else Visit(annotation);
    }

    private void VisitInScope(CheckedScopeKind kind, SyntaxNode owner, Expression expression)
    {
        var outer = scope;
        scope = new CheckedScope(kind, owner, outer);
        Visit(expression);
        scope = outer;
    }

    private void CheckParameterNames(Parameters parameters)
    {
        var count = parameters.PositionalOnly.Length + parameters.Positional.Length + parameters.KeywordOnly.Length;
        if (count + (parameters.VarArg is null ? 0 : 1) + (parameters.KwArg is null ? 0 : 1) < 2 && !hasDebugName) return;
        if (count > LongList) CheckManyParameterNames(parameters);
        else CheckFewParameterNames(parameters);
    }

    private void CheckFewParameterNames(Parameters parameters)
    {
        var earlier = 0;
        CheckEach(parameters.PositionalOnly);
        CheckEach(parameters.Positional);
        CheckEach(parameters.KeywordOnly);
        if (parameters.VarArg is not null) CheckOne(parameters.VarArg);
        if (parameters.KwArg is not null) CheckOne(parameters.KwArg);

        void CheckEach(ImmutableArray<Parameter> list)
        {
            foreach (var parameter in list) CheckOne(parameter);
        }

        void CheckOne(Parameter parameter)
        {
            if (hasDebugName) CheckDebugName(parameter.Name, parameter);
            for (var i = 0; i < earlier; i++)
                if (IsSame(NameAt(parameters, i), parameter.Name)) ReportDuplicate(parameter);
            earlier++;
        }
    }

    private static string NameAt(Parameters parameters, int index)
    {
        if (index < parameters.PositionalOnly.Length) return parameters.PositionalOnly[index].Name;
        index -= parameters.PositionalOnly.Length;
        if (index < parameters.Positional.Length) return parameters.Positional[index].Name;
        index -= parameters.Positional.Length;
        return index < parameters.KeywordOnly.Length ? parameters.KeywordOnly[index].Name : parameters.VarArg!.Name;
    }

    private bool IsSame(string first, string second) => first == second
        || (first[0] == '_' && second[0] == '_' && PrivateNames.Mangle(first, scope.ClassName) == PrivateNames.Mangle(second, scope.ClassName));

    private void CheckManyParameterNames(Parameters parameters)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in parameters.ChildNodes())
        {
            if (child is not Parameter parameter) continue;
            CheckDebugName(parameter.Name, parameter);
            if (!seen.Add(parameter.Name)) ReportDuplicate(parameter);
        }
    }

    private void ReportDuplicate(Parameter parameter) =>
        Report($"duplicate argument '{PrivateNames.Mangle(parameter.Name, scope.ClassName)}' in function definition", parameter, SyntaxErrorPhase.Symbols);
}
