using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports queries into which values are pasted.</summary>
public sealed class SqlBuiltFromInput : DiagnosticAnalyzer
{
    private static readonly string[] Verbs = ["select ", "insert ", "update ", "delete ", "where ", "from ", "alter ", "drop ", "create ", "with ", "grant ", "set ", "values", "call ", "exec ", "merge ", "replace ", "pragma "];

    // Tables of a database about itself: what is compared there are names the code gave.
    private static readonly string[] Catalogues = ["information_schema", "pg_", "sqlite_master", "sys.", "show "];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1303",
        "sql-built-from-input",
        "A value is pasted into a query",
        "`{0}()` runs a query with {1} pasted into it",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "security",
        "injection")
    {
        Cwe = [89],
        PeerIds = ["S608", "S610", "S611", "B608", "B610", "B611", "S2077", "S3649"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no query is written as text"));
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (SqlSinks.StatementOf(call, context.Model) is not { } statement) return;
        if (statement is Call inner && SqlSinks.StatementOf(inner, context.Model) is not null) return;
        context.Examined();
        if (statement is Constant || Culprit(statement, context) is not ({ } culprit, var origin)) return;
        var written = context.Tree.Text.ToString(culprit.Span);
        context.Report(context.CreateDiagnostic(context.LocationOf(statement.Span.Length < 100 ? statement : call.Function), call.Function.LastName()!, written.Contains('`') || written.Contains('\n') ? "a value" : $"`{written}`") with
        {
            Severity = origin == Origin.Input ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        });
    }

    // What a client sends is wrong anywhere in a query; what is not known is only where a value stands, for names of tables and columns have no parameters.
    private static (Expression Value, Origin Origin)? Culprit(Expression statement, SyntaxNodeContext context)
    {
        var pieces = BuiltText.PiecesOf(statement, context.Model);
        if (!IsSql(pieces)) return null;
        var origins = new Origins(context.Project, context.Model);
        var isCatalogue = pieces.Any(piece => piece.Literal is { } text && Array.Exists(Catalogues, name => text.Contains(name, StringComparison.OrdinalIgnoreCase)));
        (Expression Value, Origin Origin)? worst = null;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Value is not { } value || IsHarmless(value, context.Model) || CheckedValues.IsChecked(value, statement)) continue;
            var origin = origins.Of(value);
            if (origin != Origin.Input && !(origin == Origin.Unknown && !isCatalogue && StandsForValue(pieces, i) && IsTextParameter(value, context.Model))) continue;
            if (worst is null || origin > worst.Value.Origin) worst = (value, origin);
        }

        return worst;
    }

    private static bool IsSql(ImmutableArray<TextPiece> pieces) =>
        pieces.Length > 1 && pieces.Any(piece => piece.Literal is { } text && Verbs.Any(verb => text.Contains(verb, StringComparison.OrdinalIgnoreCase) || text.Contains(verb.TrimEnd() + "\n", StringComparison.OrdinalIgnoreCase)));

    // Behind these a quote holds the name of a key in a document, or a number of days.
    private static readonly string[] NotValues = ["->>'", "->'", "interval '"];

    // Between quotes, behind the word that values follow.
    private static bool StandsForValue(ImmutableArray<TextPiece> pieces, int end)
    {
        if (end == 0 || pieces[end - 1].Literal?.TrimEnd('%') is not [.., '\''] text || NotValues.Any(opening => text.EndsWith(opening, StringComparison.OrdinalIgnoreCase))) return false;
        var before = string.Concat(pieces.Take(end).Select(piece => piece.Literal));
        return Has("where ") || Has("where\n") || (Has("insert ") && Has("values")) || (Has("update ") && Has("set "));

        bool Has(string word) => before.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    // A parameter, or something taken from one: whoever calls may pass anything. Other values may well be the code's own.
    private static bool IsTextParameter(Expression value, SemanticModel model) => value switch
    {
        Name { Identifier: not ("self" or "cls") } name => model.GetSymbol(name)?.Resolve() is { IsParameter: true } symbol && symbol.Scope.Node is FunctionDef && !IsHarmlessName(name.Identifier),
        Subscript { Value: Name owner, Index: Constant { StringValue: { } key } } => !IsHarmlessName(key) && IsTextParameter(owner, model),
        _ => false,
    };

    private static bool IsHarmlessName(string name) =>
        IdentifierWords.Split(name).Any(word => word is "id" or "ids" or "pk" or "count" or "limit" or "offset" or "page" or "num" or "number" or "size" or "placeholders" or "placeholder" or "params" or "table" or "tbl" or "tblname" or "column" or "schema" or "sql" or "query"
            or "clause" or "where" or "order" or "field" or "fields" or "values" or "condition" or "conditions" or "filter" or "filters" or "quoted" or "escaped" or "literal" or "expression" or "expr" or "timestamp" or "date" or "now" or "oid" or "did" or "interval" or "config" or "settings" or "options" or "conf" or "func" or "function" or "database" or "db" or "role");

    private static bool IsHarmless(Expression value, SemanticModel model) =>
        model.GetQualifiedName(value is Call call ? call.Function : value) is { } name
        && (name.StartsWith("psycopg", StringComparison.Ordinal) || name.EndsWith(".db_table", StringComparison.Ordinal) || name.Contains("quote", StringComparison.Ordinal) || name.Contains("__table__", StringComparison.Ordinal));
}
