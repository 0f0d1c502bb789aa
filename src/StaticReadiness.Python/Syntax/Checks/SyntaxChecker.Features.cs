namespace StaticReadiness.Python.Syntax.Checks;

internal sealed partial class SyntaxChecker
{
    // https://docs.python.org/3/library/__future__.html
    private static readonly string[] Features =
        ["annotations", "division", "absolute_import", "print_function", "unicode_literals", "with_statement", "nested_scopes", "generators", "generator_stop", "barry_as_FLUFL"];

    private int featuresEnd;

    private static bool IsFuture(ImportFrom node) => node is { Module: "__future__", Level: 0 };

    private void CheckFeatures(Module root)
    {
        var isFirst = true;
        foreach (var statement in root.Body)
        {
            if (statement is ImportFrom import && IsFuture(import)) CheckFeatures(import);
            else if (!isFirst || statement is not ExpressionStatement { Value: Constant { ConstantKind: ConstantKind.String } }) return;
            isFirst = false;
            featuresEnd = statement.End;
        }
    }

    private void CheckFeatures(ImportFrom import)
    {
        foreach (var alias in import.Names)
        {
            if (alias.Name == "annotations") annotationsAreDeferred = true;
            if (alias.Name == "braces") Report("not a chance", import, SyntaxErrorPhase.Features);
            else if (Array.IndexOf(Features, alias.Name) < 0) Report($"future feature {alias.Name} is not defined", import, SyntaxErrorPhase.Features);
        }
    }

    private bool IsLateFuture(ImportFrom node) => node.Start >= featuresEnd && IsFuture(node);
}
