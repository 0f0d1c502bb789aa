using System.CommandLine;
using System.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev bind PATH…</c>: the time and memory of binding whole corpora and of their call graph, beside the time of parsing.</summary>
internal static class BindCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or directories whose *.py files are read.", Arity = ArgumentArity.OneOrMore };
        var blocking = new Option<bool>("--blocking") { Description = "List what is blocking in coroutines, with the paths." };
        var command = new Command("bind", "Measure parsing, binding and the call graph over whole corpora.") { paths, blocking };
        command.SetAction(result => DeepStack.Run(() => Run(result.GetRequiredValue(paths), result.GetValue(blocking))));
        return command;
    }

    private static IReadOnlyList<string> FindRoots(string[] paths) =>
        paths is [var only] && Directory.Exists(only) ? SourceRoots.Find(RepositoryFiles.Open(only, FileSelection.Default, CancellationToken.None)).Directories : [""];

    private static int Run(string[] paths, bool listsBlocking)
    {
        var root = paths is [var only] && Directory.Exists(only) ? Path.GetFullPath(only) + "/" : "";
        var files = PythonFiles.Find(paths).Select(p => (Name: root.Length > 0 && Path.GetFullPath(p) is var full ? full[root.Length..] : p, Bytes: File.ReadAllBytes(p))).ToList();
        _ = LibraryTables.Knowledge;
        var clock = Stopwatch.StartNew();
        var sources = new List<SourceFile>();
        OrderedWork.Run(files, file => SourceFile.Parse(file.Name, file.Bytes), sources.Add);
        var parsed = clock.Elapsed;
        var trees = sources.Where(s => s.Tree is not null).Select(s => s.Tree!).ToList();
        clock.Restart();
        var compilation = Compilation.Create(trees, FindRoots(paths), LibraryTables.Knowledge);
        var bound = clock.Elapsed;
        clock.Restart();
        var graph = compilation.CallGraph;
        var called = clock.Elapsed;
        var (sites, resolved) = (graph.Functions.Sum(f => graph.GetCalls(f).Length), graph.Functions.Sum(f => graph.GetCalls(f).Count(s => s.Callee is not null)));
        var lines = trees.Sum(t => (long)t.Text.LineCount);
        Console.WriteLine($"{trees.Count} files, {lines:N0} lines, {graph.Functions.Length:N0} functions, {sites:N0} calls ({resolved:N0} of the project's functions)");
        Console.WriteLine($"parse {parsed.TotalMilliseconds:0} ms, bind {bound.TotalMilliseconds:0} ms, calls {called.TotalMilliseconds:0} ms; {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB kept, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
        if (listsBlocking) ListBlocking(graph);
        return 0;
    }

    private static void ListBlocking(CallGraph graph)
    {
        foreach (var function in graph.Functions)
        {
            if (!function.IsAsync) continue;
            foreach (var site in graph.GetCalls(function))
            {
                if (site.Mode != CallMode.Direct || site.Callee is { IsAsync: true }) continue;
                var path = site.Callee is { } callee ? graph.FindWitness(callee, EffectKinds.Blocking).Select(s => s.CalleeName).ToArray() : [];
                var isBlocking = site.Callee is null ? (site.Effect!.Kind & EffectKinds.Blocking) != EffectKinds.None : path.Length > 0;
                if (isBlocking) Console.WriteLine($"{function.Tree.Path}:{function.Tree.Text.GetLineIndex(site.Node.Start) + 1}: {function.QualifiedName}: {string.Join(" > ", path.Prepend(site.CalleeName))}");
            }
        }
    }
}
