using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Reports commits that nothing rolls back when they fail, on sessions that are used again.</summary>
public sealed class MissingRollback : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Sessions =
    [
        "sqlalchemy.orm.Session", "sqlalchemy.orm.scoped_session", "sqlmodel.Session", "sqlalchemy.ext.asyncio.AsyncSession", "sqlalchemy.Connection", "psycopg2.extensions.connection", "psycopg.Connection", "pymysql.connections.Connection",
    ];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1405",
        "missing-rollback",
        "Nothing rolls back a commit that fails",
        "Nothing rolls `{0}` back when `commit()` fails, and {1}",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "data-access",
        "transactions");

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no transaction is committed by hand"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function is not Attribute { Name: "commit", Value: var session } || !call.Arguments.IsEmpty || call.EnclosingFunction() is not { } function) return;
        if (context.Model.GetType(session) is not { IsInstance: true } type || !Sessions.Contains(type.QualifiedName) || session.DottedName() is not { } written) return;
        context.Examined();
        if (RollsBack(function, written) || IsEntered(call, written)) return;
        if (IsShared(session, type, context.Model)) Report("the next request goes on with it");
        else if (SwallowedInLoop(call)) Report("the loop goes on with it");

        void Report(string consequence) => context.Report(call.Function, written, consequence);
    }

    private static bool RollsBack(FunctionDef function, string session) => function.Body.DescendantsInScope().Any(node =>
        node is Call { Function: Attribute { Name: "rollback" or "close" or "remove" or "aclose" } }
        || (node is Call given && given.Arguments.Any(argument => argument.DottedName() == session) && given.Function.LastName() is { } name && IdentifierWords.Split(name).Exists(word => word is "rollback" or "close" or "closing" or "abort" or "reset")));

    // A session that `with` opened is rolled back where that ends.
    private static bool IsEntered(Call commit, string session) => commit.Ancestors().OfType<With>().Any(with => with.Items.Any(item => item.Target?.DottedName() == session || item.Value.DescendantsAndSelf().OfType<Expression>().Any(part => part.DottedName() == session)));

    // One session in a variable of a module serves every request; a registry gives each thread its own and takes it back.
    private static bool IsShared(Expression session, TypeReference type, SemanticModel model) =>
        type.QualifiedName != "sqlalchemy.orm.scoped_session" && session is Name name && model.GetOriginalSymbol(name) is { Scope.Kind: ScopeKind.Module, IsParameter: false };

    private static bool SwallowedInLoop(Call commit)
    {
        Try? attempt = null;
        foreach (var (node, parent) in commit.WithParents())
        {
            if (parent is FunctionDef or Lambda) return false;
            if (parent is Try found && node is Statement statement && found.Body.Contains(statement)) attempt ??= found;
            if (parent is For or While && attempt is not null) return attempt.Handlers.Any(Swallows);
        }

        return false;
    }

    private static bool Swallows(ExceptHandler handler) =>
        handler.Type is null or Name { Identifier: "Exception" or "IntegrityError" or "SQLAlchemyError" or "DBAPIError" or "OperationalError" or "DatabaseError" }
        && !handler.Body.DescendantsInScope().Any(node => node is Raise or Return or Break);
}
