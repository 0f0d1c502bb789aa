namespace StaticReadiness.Dev.Scaffolding;

/// <summary>What a new rule's files begin as; the tests fail until its author has written what stands in capitals.</summary>
internal static class RuleTemplates
{
    public static string Source(string folder, string className, string id, string name, string dimension, string criterion) => $$"""
        using StaticReadiness.Analysis.Diagnostics;
        using StaticReadiness.Python.Syntax;

        namespace StaticReadiness.Analyzers.{{folder}};

        /// <summary>Reports WHAT IS WRONG.</summary>
        public sealed class {{className}} : DiagnosticAnalyzer
        {
            public override DiagnosticDescriptor Descriptor { get; } = new(
                "{{id}}",
                "{{name}}",
                "TITLE IN ONE SENTENCE",
                "`{0}` IS A FACT",
                DiagnosticSeverity.Warning,
                Precision.Medium,
                "{{dimension}}",
                "{{criterion}}");

            public override void Initialize(AnalysisContext context) => context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Call);

            private static void Analyze(SyntaxNodeContext context)
            {
                var call = (Call)context.Node;
                if (context.Model.GetQualifiedName(call.Function) is not "LIBRARY.FUNCTION") return;
                context.Examined();
                context.Report(call.Function, "LIBRARY.FUNCTION");
            }
        }

        """;

    public static string HelpPage(string name) => $"""
        # {name}

        ## What it does

        ## Why it matters

        ## Bad

        ```python path=shop/cart.py
        bad()  # expect: {name}
        ```

        ## Good

        ```python path=shop/cart.py
        good()
        ```

        ## When to ignore it

        ## Options

        None.

        ## References

        """;

    public static string EdgeCases(string name) => $"""
        # {name}

        ## Found through an import alias

        ```python
        import library as l

        l.function()  # expect: {name}
        ```

        ## Something else of the same name

        ```python
        def function():
            pass

        function()
        ```

        ## A test may do it

        ```python path=tests/test_cart.py
        ```

        """;
}
