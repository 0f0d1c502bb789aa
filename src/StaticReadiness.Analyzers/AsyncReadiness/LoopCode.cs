using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>The coroutines of a project and the blocking calls in them: what the rules on asynchronous code share.</summary>
internal static class LoopCode
{
    /// <summary>Effects of database libraries, which have a rule of their own.</summary>
    public const EffectKinds Data = EffectKinds.Database | EffectKinds.Orm;

    public const EffectKinds Blocking = EffectKinds.Blocking & ~Data;

    /// <summary>The <c>async def</c> functions of application code, in order of path and place.</summary>
    public static IEnumerable<FunctionSymbol> Coroutines(Project project)
    {
        var roles = project.Files.Files.Where(file => file.IsPython && file.Role == FileRoles.Application).Select(file => file.Path).ToHashSet();
        return project.Functions
            .Where(function => function.IsAsync && roles.Contains(function.Tree.Path) && !IsTestSupport(function.Tree))
            .OrderBy(function => function.Tree.Path, StringComparer.Ordinal).ThenBy(function => function.Node.Start);
    }

    /// <summary>Whether a coroutine itself makes a library call that holds the loop up long enough to matter.</summary>
    /// <param name="takesShort">Whether a call that is usually over at once counts as well.</param>
    public static bool Matters(CallSite site, EffectKinds kinds, bool takesShort = false) =>
        site is { Mode: CallMode.Direct, Callee: null, Effect: { } effect } && (effect.Kind & kinds) != EffectKinds.None
        && (takesShort || Matters(effect) || effect.Kind == EffectKinds.Sleep || (effect is { Kind: EffectKinds.File, Weight: EffectWeight.Medium } && IsInLoop(site)))
        && !KnownArguments.None.Excludes(site.Node);

    /// <summary>Whether a library call takes long enough to matter. A single local file does not, a tree of them does; nor does a lock that is nearly always free.</summary>
    public static bool Matters(LibraryEffect effect) =>
        effect.Weight == EffectWeight.Heavy || (effect.Weight == EffectWeight.Medium && (effect.Kind & (EffectKinds.File | EffectKinds.Wait)) == EffectKinds.None);

    /// <summary>What a blocking call is worth: one made once at start or stop, or in a command that serves one person, holds no request up.</summary>
    public static DiagnosticSeverity SeverityIn(FunctionSymbol coroutine, Project project) => FrameworkModel.Of(project).FindHandler(coroutine)?.Role switch
    {
        HandlerRole.Startup or HandlerRole.Shutdown or HandlerRole.Lifespan => DiagnosticSeverity.Note,
        null when coroutine.Name == "lifespan" => DiagnosticSeverity.Note,
        null when IsOfCommandLine(coroutine.Tree.Path) || IsScript(coroutine, project) => DiagnosticSeverity.Note,
        _ => DiagnosticSeverity.Warning,
    };

    /// <summary>Whether a function looks first whether a loop runs, and so knows what to do in both situations.</summary>
    public static bool AsksForLoop(FunctionSymbol function) =>
        function.Definition is { } definition && definition.Body.DescendantsInScope().Any(node =>
            node is Call call && call.Function.LastName() is "get_running_loop" or "_get_running_loop" or "current_async_library" && IsQuestion(call));

    /// <summary>Whether a function runs an event loop itself, which it cannot do on a running one: no way through it starts in a coroutine.</summary>
    public static bool RunsLoop(FunctionSymbol function, CallGraph graph) =>
        graph.GetCalls(function).Any(site => site is { Mode: CallMode.Direct, Effect.Kind: EffectKinds.EventLoop } && !site.CalleeName.StartsWith("asgiref.", StringComparison.Ordinal) && site.CalleeName != "nest_asyncio.apply")
        || function.Definition is { } definition && definition.Body.DescendantsInScope().Any(node => node is Call call && call.Function.LastName() is "run_forever" or "run_until_complete");

    public static Location LocationOf(CallSite site) =>
        new(site.Caller.Tree.Path, site.Caller.Tree.Text, site.Node is Call call ? call.Function.Span : site.Node.Span);

    public static Location LocationOf(CallStep step) => new(step.Tree.Path, step.Tree.Text, step.Span);

    /// <summary>The name as the source writes it, or the qualified one where it is no plain name.</summary>
    public static string Written(CallSite site) => site.Node is Call call && call.Function.DottedName() is { } dotted ? dotted : ShortName(site.CalleeName);

    public static string Written(Call call) => call.Function.DottedName() ?? call.Function.LastName()!;

    /// <summary>The last two parts of a qualified name: <c>Session.get</c> of <c>requests.Session.get</c>.</summary>
    public static string ShortName(string qualified)
    {
        var parts = qualified.Split('.');
        return parts.Length <= 2 ? qualified : string.Join('.', parts[^2..]);
    }

    private static bool IsQuestion(Call call) =>
        call.Parent is Compare or If or BoolOp or UnaryOp or NamedExpression
        || call.Ancestors().TakeWhile(node => node is not (FunctionDef or Lambda)).Any(node => node is Try attempt && attempt.Handlers.Any(handler => handler.Type is null || handler.Type.LastName() is "RuntimeError" or "Exception" or "AsyncLibraryNotFoundError"));

    // Fixtures and helpers of tests that stand beside the code of the product.
    private static bool IsTestSupport(SyntaxTree tree) => TestSupport.IsNamed(tree) || tree.Root.Body.Any(statement => statement switch
    {
        Import import => import.Names.Any(alias => alias.Name is "pytest" or "pytest_asyncio"),
        ImportFrom { Level: 0, Module: "pytest" or "pytest_asyncio" } => true,
        _ => false,
    });

    private static bool IsOfCommandLine(string path) =>
        path.Split('/', '.').Any(part => part is "cli" or "_cli" or "cmd" or "commands" or "console" or "manage" or "script" or "scripts" or "bin" or "__main__" or "wizard");

    // What `if __name__ == "__main__":` runs is alone on its loop, or at its start.
    private static bool IsScript(FunctionSymbol coroutine, Project project) =>
        project.Compilation.CallGraph.GetCallers(coroutine).Any(site => site.Caller.IsModuleBody && site.Node.IsUnderMainGuard());

    private static bool IsInLoop(CallSite site) =>
        site.Node.Ancestors().TakeWhile(node => node is not (FunctionDef or Lambda)).Any(node => node is For or While);
}
