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
            .Where(function => function.IsAsync && roles.Contains(function.Tree.Path))
            .OrderBy(function => function.Tree.Path, StringComparer.Ordinal).ThenBy(function => function.Node.Start);
    }

    /// <summary>Whether a coroutine itself makes a library call that holds the loop up long enough to matter.</summary>
    public static bool Matters(CallSite site, EffectKinds kinds) =>
        site is { Mode: CallMode.Direct, Callee: null, Effect: { } effect } && (effect.Kind & kinds) != EffectKinds.None
        && (Matters(effect) || (effect is { Kind: EffectKinds.File, Weight: EffectWeight.Medium } && IsInLoop(site)));

    /// <summary>Whether a library call takes long enough to matter. A single local file does not, a tree of them does; nor does a lock that is nearly always free.</summary>
    public static bool Matters(LibraryEffect effect) =>
        effect.Weight == EffectWeight.Heavy || (effect.Weight == EffectWeight.Medium && (effect.Kind & (EffectKinds.File | EffectKinds.Wait)) == EffectKinds.None);

    /// <summary>What a blocking call is worth: one made once at start or stop holds no request up.</summary>
    public static DiagnosticSeverity SeverityIn(FunctionSymbol coroutine, Project project) =>
        FrameworkModel.Of(project).FindHandler(coroutine)?.Role is HandlerRole.Startup or HandlerRole.Shutdown or HandlerRole.Lifespan ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning;

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

    private static bool IsInLoop(CallSite site) =>
        site.Node.Ancestors().TakeWhile(node => node is not (FunctionDef or Lambda)).Any(node => node is For or While);
}
