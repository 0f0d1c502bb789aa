using System.Collections.Frozen;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Tells code that speaks to a person at a terminal from code that serves.</summary>
internal static class CommandLineCode
{
    private static readonly FrozenSet<string> PathWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "cli", "cmd", "cmdline", "command", "commands", "console", "manage", "script", "scripts", "shell", "terminal", "tui", "bin", "tool", "tools", "setup", "demo", "example", "examples", "seed", "bootstrap", "debug", "wizard", "repl", "fabfile", "generator", "codegen", "release", "demos", "debugging", "generate");

    private static readonly FrozenSet<string> Libraries = FrozenSet.Create(
        StringComparer.Ordinal, "argparse", "click", "typer", "optparse", "getopt", "fire", "docopt", "cyclopts", "rich_click", "invoke", "flask_script", "cmd", "readline", "getpass", "prompt_toolkit", "cleo", "plumbum");

    /// <summary>Names of web frameworks that only a module imports which answers requests or makes the application.</summary>
    private static readonly FrozenSet<string> ServingNames = FrozenSet.Create(
        StringComparer.Ordinal,
        "FastAPI", "APIRouter", "Flask", "Blueprint", "Sanic", "Quart", "Starlette", "Litestar", "Bottle", "request", "Request", "jsonify", "render", "render_template", "HttpResponse", "JsonResponse", "JSONResponse", "HTTPException", "View", "APIView", "RequestHandler");

    private static readonly FrozenSet<string> FunctionWords = FrozenSet.Create(
        StringComparer.Ordinal, "main", "cli", "print", "show", "display", "dump", "usage", "command", "help", "banner", "debug", "echo", "shell", "pprint", "prompt");

    /// <summary>Whether a node's output is meant for a terminal: by the file's name and imports, the function's name and decorators, or because only the script's entry gets there.</summary>
    public static bool Contains(SyntaxNode node, SyntaxTree tree, RepositoryFile file) =>
        IsScript(tree, file) || node.IsUnderMainGuard() || IsInCommand(node) || IsReachedFromGuard(node, tree.Root) || (tree.Root.Body.Any(IsOfScript) && !Serves(tree));

    /// <summary>Whether a file is named for a terminal, or begins with the line that makes it a program.</summary>
    public static bool IsScript(SyntaxTree tree, RepositoryFile file)
    {
        if (file.Name == "__main__.py") return true;
        if (tree.Text.Content.StartsWith("#!", StringComparison.Ordinal) && !Serves(tree)) return true;
        foreach (var word in IdentifierWords.Split(file.Path))
            if (PathWords.Contains(word)) return true;
        return false;
    }

    // A module that prints as it runs, under no condition, is started and not imported.
    private static bool IsOfScript(Statement statement) => statement switch
    {
        ExpressionStatement { Value: Call { Function: Name { Identifier: "print" } } } => true,
        Import import => import.Names.Any(alias => Libraries.Contains(ModuleNames.TopLevel(alias.Name))),
        ImportFrom { Level: 0, Module: { } module } import => Libraries.Contains(ModuleNames.TopLevel(module)) || (module == "django.core.management.base" || import.Names.Any(alias => alias.Name is "click" or "BaseCommand")),
        _ => false,
    };

    // An application's `main.py` has a command line of its own at times; its handlers speak to no terminal.
    private static bool Serves(SyntaxTree tree) => tree.Root.Body.OfType<ImportFrom>().Any(import => import.Level == 0 && import.Names.Any(alias => ServingNames.Contains(alias.Name)));

    private static bool IsInCommand(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor is ClassDef owner && IsConsole(owner)) return true;
            if (ancestor is not FunctionDef function) continue;
            if (IdentifierWords.Split(function.Name).Any(FunctionWords.Contains)) return true;
            if (function.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).DottedName() is { } name && IdentifierWords.Split(name).Any(word => word is "command" or "cli" or "click" or "group" or "callback" or "option" or "argument"))) return true;
        }

        return false;
    }

    // A handler of log records cannot log, and a console backend is there to print.
    private static bool IsConsole(ClassDef owner) =>
        owner.Bases.Any(parent => parent.LastName() is { } name && name.EndsWith("Handler", StringComparison.Ordinal) && !name.EndsWith("RequestHandler", StringComparison.Ordinal))
        || IdentifierWords.Split(owner.Name).Any(word => word is "console" or "dummy" or "stdout");

    /// <summary>Whether the guard of a script's entry reaches the module's function a node stands in, through calls by name within the module.</summary>
    public static bool IsReachedFromGuard(SyntaxNode node, Module module)
    {
        if (node.Ancestors().OfType<FunctionDef>().LastOrDefault() is not { Parent: Module } function) return false;
        var guards = module.Body.OfType<If>().Where(guard => guard.Test is Compare { Left: Name { Identifier: "__name__" } }).ToList();
        if (guards.Count == 0) return false;
        var functions = module.Body.OfType<FunctionDef>().DistinctBy(candidate => candidate.Name).ToDictionary(candidate => candidate.Name);
        var reached = new HashSet<string>();
        var open = new Queue<SyntaxNode>(guards);
        while (open.TryDequeue(out var current))
        {
            foreach (var call in current.DescendantsAndSelf().OfType<Call>())
                if (call.Function is Name name && functions.TryGetValue(name.Identifier, out var callee) && reached.Add(name.Identifier)) open.Enqueue(callee);
        }

        return reached.Contains(function.Name);
    }
}
