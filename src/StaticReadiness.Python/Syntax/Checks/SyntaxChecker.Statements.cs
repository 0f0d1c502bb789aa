using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax.Checks;

internal sealed partial class SyntaxChecker
{
    // CO_MAXBLOCKS, and one more for the unit itself
    private const int MaxBlocks = 21;
    private int blocks;
    private JumpTarget jumpTarget;
    private bool isInExceptStar;

    private enum JumpTarget : byte { None, Loop, ExceptStar }

    private void VisitStatement(Statement statement)
    {
        switch (statement.Kind)
        {
            case SyntaxKind.ExpressionStatement: VisitValue(((ExpressionStatement)statement).Value); break;
            case SyntaxKind.Assign: VisitAssign((Assign)statement); break;
            case SyntaxKind.AugAssign: VisitAugAssign((AugAssign)statement); break;
            case SyntaxKind.AnnAssign: VisitAnnAssign((AnnAssign)statement); break;
            case SyntaxKind.Delete: VisitDelete((Delete)statement); break;
            case SyntaxKind.FunctionDef: VisitFunction((FunctionDef)statement); break;
            case SyntaxKind.ClassDef: VisitClass((ClassDef)statement); break;
            case SyntaxKind.TypeAlias: VisitTypeAlias((TypeAlias)statement); break;
            case SyntaxKind.Return: VisitReturn((Return)statement); break;
            case SyntaxKind.Break: CheckJump(statement, "'break' outside loop"); break;
            case SyntaxKind.Continue: CheckJump(statement, "'continue' not properly in loop"); break;
            case SyntaxKind.Global: CheckDeclaration(statement, ((Global)statement).Names, isGlobal: true); break;
            case SyntaxKind.Nonlocal: CheckDeclaration(statement, ((Nonlocal)statement).Names, isGlobal: false); break;
            case SyntaxKind.Import: VisitImport((Import)statement); break;
            case SyntaxKind.ImportFrom: VisitImportFrom((ImportFrom)statement); break;
            default: VisitCompound(statement); break;
        }
    }

    private void VisitCompound(Statement statement)
    {
        switch (statement.Kind)
        {
            case SyntaxKind.For: VisitFor((For)statement); break;
            case SyntaxKind.While: VisitWhile((While)statement); break;
            case SyntaxKind.With: VisitWith((With)statement); break;
            case SyntaxKind.Try: VisitTry((Try)statement); break;
            case SyntaxKind.Match: VisitMatch((Match)statement); break;
            default: statement.VisitChildren(this); break;
        }
    }

    // a star alone unpacks into nothing: only the compiler notices
    private void VisitValue(Expression value)
    {
        if (value is Starred starred)
        {
            CheckStarredOperand(starred);
            Report("can't use starred expression here", value);
        }

        Visit(value);
    }

    // https://docs.python.org/3/reference/expressions.html#expression-lists: what a star unpacks is an operand, not a comparison or a condition
    private void CheckStarredOperand(Starred starred)
    {
        var operatorAt = starred.Value switch
        {
            Compare compare => compare.Left.End,
            BoolOp operation => operation.Values[0].End,
            IfExp conditional => conditional.Body.End,
            Lambda or UnaryOp { Operator: UnaryOperator.Not } => starred.Value.Start,
            _ => -1,
        };
        if (operatorAt < 0 || text.Content.AsSpan(starred.Start, starred.Value.Start - starred.Start).Contains('(')) return;
        diagnostics.Add(new SyntaxDiagnostic("invalid syntax", TextSpan.FromBounds(operatorAt, starred.Value.End)));
    }

    private void VisitTarget(Expression target)
    {
        if (target is Starred) Report("starred assignment target must be in a list or tuple", target);
        Visit(target);
    }

    private void VisitAssignedTarget(Expression target)
    {
        if (TargetChecks.FindInvalid(target) is { } invalid) diagnostics.Add(TargetChecks.CannotAssign(invalid));
        VisitTarget(target);
    }

    private void VisitAssign(Assign node)
    {
        VisitValue(node.Value);
        var isReported = false;
        foreach (var target in node.Targets)
        {
            if (!isReported && TargetChecks.FindInvalid(target) is { } invalid)
            {
                diagnostics.Add(TargetChecks.Describe(node, invalid, text));
                isReported = true;
            }

            VisitTarget(target);
        }
    }

    private void VisitAugAssign(AugAssign node)
    {
        if (TargetChecks.DescribeAugmented(node.Target) is { } error) diagnostics.Add(error);
        Visit(node.Target);
        VisitValue(node.Value);
    }

    private void VisitAnnAssign(AnnAssign node)
    {
        if (TargetChecks.DescribeAnnotated(node.Target) is { } error) diagnostics.Add(error);
        if (node is { IsSimple: true, Target: Name name }) CheckAnnotatedName(name, node);
        Visit(node.Target);
        isUnevaluated = scope.IsFunction;
        VisitAnnotation(node.Annotation);
        isUnevaluated = false;
        if (node.Value is not null) VisitValue(node.Value);
    }

    private void VisitDelete(Delete node)
    {
        foreach (var target in node.Targets)
        {
            if (TargetChecks.FindUndeletable(target) is { } invalid) diagnostics.Add(TargetChecks.CannotDelete(invalid));
            Visit(target);
        }
    }

    private void VisitReturn(Return node)
    {
        if (!scope.IsFunction) Report("'return' outside function", node);
        else if (isInExceptStar) Report(JumpFromExceptStar, node);
        if (node.Value is null) return;
        scope.ValueReturn ??= node;
        VisitValue(node.Value);
    }

    private void CheckJump(Statement jump, string outside)
    {
        if (jumpTarget == JumpTarget.None) Report(outside, jump);
        else if (jumpTarget == JumpTarget.ExceptStar) Report(JumpFromExceptStar, jump);
    }

    private void VisitFor(For node)
    {
        if (node.IsAsync) CheckAsync(node, "'async for' outside async function");
        VisitValue(node.Iterable);
        VisitAssignedTarget(node.Target);
        VisitLoop(node, node.Body);
        VisitAll(node.OrElse);
    }

    private void VisitWhile(While node)
    {
        Visit(node.Test);
        VisitLoop(node, node.Body);
        VisitAll(node.OrElse);
    }

    private void VisitLoop(Statement loop, ImmutableArray<Statement> body)
    {
        var outer = jumpTarget;
        jumpTarget = JumpTarget.Loop;
        EnterBlock(loop);
        VisitAll(body);
        blocks--;
        jumpTarget = outer;
    }

    private void VisitWith(With node)
    {
        if (node.IsAsync) CheckAsync(node, "'async with' outside async function");
        foreach (var item in node.Items)
        {
            Visit(item.Value);
            if (item.Target is not null) VisitAssignedTarget(item.Target);
            EnterBlock(item.Value);
        }

        VisitAll(node.Body);
        blocks -= node.Items.Length;
    }

    private void VisitTry(Try node)
    {
        var hasFinally = !node.FinalBody.IsEmpty;
        if (hasFinally) EnterBlock(node);
        if (!node.Handlers.IsEmpty) EnterBlock(node);
        VisitAll(node.Body);
        if (!node.Handlers.IsEmpty) VisitHandlers(node);
        VisitAll(node.OrElse);
        if (!hasFinally) return;
        VisitAll(node.FinalBody);
        blocks--;
    }

    private void VisitHandlers(Try node)
    {
        for (var i = 0; i < node.Handlers.Length; i++)
        {
            var handler = node.Handlers[i];
            if (handler.Type is null && i < node.Handlers.Length - 1) Report("default 'except:' must be last", handler);
            VisitOptional(handler.Type);
            if (hasDebugName) CheckDebugName(handler.Name, handler);
            EnterBlock(handler);
            VisitHandlerBody(handler, node.IsStar);
            blocks--;
        }

        blocks--;
    }

    private void VisitHandlerBody(ExceptHandler handler, bool isStar)
    {
        var (outerTarget, outerExceptStar) = (jumpTarget, isInExceptStar);
        if (isStar) (jumpTarget, isInExceptStar) = (JumpTarget.ExceptStar, true);
        VisitAll(handler.Body);
        (jumpTarget, isInExceptStar) = (outerTarget, outerExceptStar);
    }

    private void EnterBlock(SyntaxNode place)
    {
        if (++blocks == MaxBlocks) scope.DeepestBlock ??= place;
        else if (blocks == MaxBlocks + 1) Report(TooManyBlocks, place);
    }

    private void VisitMatch(Match node)
    {
        if (node.Subject is Starred) Report("invalid syntax", node.Subject, SyntaxErrorPhase.Parsing);
        Visit(node.Subject);
        PatternChecks.Check(node, diagnostics);
        foreach (var item in node.Cases)
        {
            if (hasDebugName) CheckPatternNames(item.Pattern);
            VisitOptional(item.Guard);
            VisitAll(item.Body);
        }
    }

    private void CheckPatternNames(Pattern pattern)
    {
        var name = pattern switch
        {
            MatchAs item => item.Name,
            MatchStar item => item.Name,
            MatchMapping item => item.Rest,
            MatchClass item => item.KeywordNames.FirstOrDefault(keyword => keyword == DebugName),
            _ => null,
        };
        CheckDebugName(name, pattern);
        foreach (var child in pattern.ChildNodes())
            if (child is Pattern inner) CheckPatternNames(inner);
    }

    private void VisitImport(Import node)
    {
        if (!hasDebugName) return;
        foreach (var alias in node.Names) CheckDebugName(alias.AsName ?? alias.Name, alias);
    }

    private void VisitImportFrom(ImportFrom node)
    {
        if (IsLateFuture(node)) Report("from __future__ imports must occur at the beginning of the file", node);
        if (node.Names is [{ Name: "*" }] && scope.Kind != CheckedScopeKind.Module) Report("import * only allowed at module level", node, SyntaxErrorPhase.Symbols);
        if (!hasDebugName) return;
        foreach (var alias in node.Names) CheckDebugName(alias.AsName ?? alias.Name, alias);
    }

    private void CheckAsync(Statement node, string outside)
    {
        if (scope.Kind != CheckedScopeKind.AsyncFunction) Report(outside, node);
    }

    private const string TooManyBlocks = "too many statically nested blocks";
    private const string JumpFromExceptStar = "'break', 'continue' and 'return' cannot appear in an except* block";
}
