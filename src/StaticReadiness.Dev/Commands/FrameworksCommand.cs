using System.CommandLine;
using System.Diagnostics;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev frameworks PATH…</c>: the time of the framework model of whole repositories, the size of the facts of their files, and whether the model outlives their being written and read.</summary>
internal static class FrameworksCommand
{
    private const int Repetitions = 4;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "The roots of repositories.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("frameworks", "Measure the framework model, with facts as they are collected and as a cache would give them back.") { paths };
        command.SetAction(result => DeepStack.Run(() => Run(result.GetRequiredValue(paths))));
        return command;
    }

    private static int Run(string[] paths)
    {
        var isSame = true;
        foreach (var path in paths) isSame &= Measure(path);
        return isSame ? 0 : 1;
    }

    private static bool Measure(string path)
    {
        var project = AnalysisDriver.Load(RepositoryFiles.Open(path, FileSelection.Default, CancellationToken.None), new AnalysisOptions { Today = DateOnly.MinValue, Knowledge = LibraryTables.Knowledge })[0].Whole;
        _ = FrameworkTables.Registrations;
        var clock = Stopwatch.StartNew();
        var facts = project.Trees.AsParallel().AsOrdered().Select(tree => FactCollector.Collect(project.Compilation.GetSemanticModel(tree).Module.SymbolTable)).ToArray();
        var collected = clock.Elapsed;
        var model = new FrameworkModelBuilder(project).Build();
        var built = string.Join(", ", Enumerable.Range(0, Repetitions).Select(_ => Time(() => new FrameworkModelBuilder(project).Build())));
        clock.Restart();
        var written = facts.Select(FactSerializer.Write).ToArray();
        var writing = clock.Elapsed;
        clock.Restart();
        foreach (var bytes in written) _ = FactSerializer.Read(bytes);
        var reading = clock.Elapsed;
        var again = new FrameworkModelBuilder(project, given => FactSerializer.Read(FactSerializer.Write(given))).Build();
        var isSame = Outline(model).SequenceEqual(Outline(again));
        var lines = project.Trees.Sum(tree => (long)tree.Text.LineCount);
        Console.WriteLine($"{Path.GetFileName(path.TrimEnd('/'))}: {lines:N0} lines, {facts.Sum(file => file.Calls.Count):N0} sites, {written.Sum(bytes => (long)bytes.Length) / 1000:N0} kB; "
            + $"collect {collected.TotalMilliseconds:0} ms, model {built}, write {writing.TotalMilliseconds:0} ms, read {reading.TotalMilliseconds:0} ms; "
            + $"{model.Applications.Length} applications, {model.Routes.Length} routes, {model.Handlers.Length} handlers, {model.Middleware.Length} middleware; {(isSame ? "identical after reading" : "DIFFERENT after reading")}");
        return isSame;
    }

    // wall and processor time: on a shared machine the first says little
    private static string Time(Action action)
    {
        using var process = Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        action();
        process.Refresh();
        return $"{clock.Elapsed.TotalMilliseconds:0} ms ({(process.TotalProcessorTime - before).TotalMilliseconds:0} ms of processors)";
    }

    private static IEnumerable<string> Outline(FrameworkModel model) =>
    [
        .. model.Applications.Select(item => $"{item.Location.Path} {item.Location.Span} {item.Framework.Id} {item.Name} {item.Key} {item.Factory?.QualifiedName} {item.IsMounted} {item.DynamicReason} {string.Join(';', item.Boundaries.Select(boundary => $"{boundary.Location.Path} {boundary.Location.Span} {boundary.Description}"))}"),
        .. model.Routes.Select(item => $"{item.Location.Path} {item.Location.Span} {string.Join(',', item.Methods)} {item.Path} {item.HandlerName} {item.Handler?.Function.QualifiedName} {item.Name}"),
        .. model.Handlers.Select(item => $"{item.Function.Tree.Path} {item.Function.Node.Span} {item.Role} {item.Place} {item.Framework.Id}"),
        .. model.Middleware.Select(item => $"{item.Location.Path} {item.Location.Span} {item.Name} {item.ApplicationKey} {item.HasArguments}"),
        .. model.ExceptionMappings.Select(item => $"{item.Location.Path} {item.Location.Span} {item.Caught} {item.Handler?.QualifiedName} {item.IsCatchAll}"),
        .. model.TestClients.Select(item => $"{item.Location.Path} {item.Location.Span} {item.Name}"),
    ];
}
