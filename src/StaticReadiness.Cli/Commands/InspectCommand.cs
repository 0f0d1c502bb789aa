using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Cli.Output;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Cli.Commands;

/// <summary><c>inspect [PATH]</c>: what the model of the code and of its web frameworks believes.</summary>
internal static class InspectCommand
{
    public static Command Create(CommandContext context)
    {
        var path = new Argument<string>("PATH") { Description = "The repository; the current directory by default.", DefaultValueFactory = static _ => "." };
        var routes = new Option<bool>("--routes") { Description = "The routes: methods, full path and handler." };
        var handlers = new Option<bool>("--handlers") { Description = "The functions that frameworks call, and where they run." };
        var middleware = new Option<bool>("--middleware") { Description = "The middleware in the order requests meet it." };
        var calls = new Option<string>("--calls") { Description = "What a function runs and what runs it.", HelpName = "FUNCTION" };
        var names = new Option<string>("--names") { Description = "What the names on a line mean.", HelpName = "FILE:LINE" };
        var listed = new Option<bool>("--files") { Description = "The files: read with their role, or skipped and why." };
        var outlines = new Option<bool>("--projects") { Description = "The projects of the repository, with what each is for and why." };
        var config = new Option<string>("--config") { Description = "A settings file instead of the repository's .static-readiness.toml or pyproject.toml.", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "text or json.", HelpName = "FORMAT", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("inspect", "Shows applications, routes, handlers, calls and names as the analysis sees them.") { path, routes, handlers, middleware, calls, names, listed, outlines, config, format };
        command.SetAction(parsed =>
        {
            var (files, settings) = Open(parsed.GetRequiredValue(path), parsed.GetValue(config), context);
            if (parsed.GetValue(listed))
            {
                Print(Inspection.Files(files), parsed.GetRequiredValue(format), context);
                return;
            }

            var projects = Load(files, settings, context);
            Func<Project, IEnumerable<InspectionRow>> question =
                parsed.GetValue(outlines) ? Inspection.Outline
                : parsed.GetValue(routes) ? Inspection.Routes
                : parsed.GetValue(handlers) ? Inspection.Handlers
                : parsed.GetValue(middleware) ? Inspection.Middleware
                : parsed.GetValue(calls) is { } function ? project => Inspection.Calls(project, function)
                : parsed.GetValue(names) is { } place ? NamesAt(place)
                : Inspection.Applications;
            // the calls are those of the whole repository, whatever project is asked
            if (parsed.GetValue(calls) is not null) projects = projects.DistinctBy(project => project.Compilation);
            Print([.. projects.SelectMany(question)], parsed.GetRequiredValue(format), context);
        });
        return command;
    }

    private static (RepositoryFiles Files, AnalysisSettings Settings) Open(string path, string? configPath, CommandContext context)
    {
        if (!Directory.Exists(path) && !File.Exists(path)) throw new UsageException($"{path} does not exist");
        var settings = SettingsLoader.Load(path, configPath);
        return (RepositoryFiles.Open(path, new FileSelection { Include = settings.Include, Exclude = settings.Exclude }, context.CancellationToken), settings);
    }

    private static IEnumerable<Project> Load(RepositoryFiles files, AnalysisSettings settings, CommandContext context)
    {
        var options = new AnalysisOptions { Today = context.Today, Knowledge = LibraryTables.Knowledge, ApplicationConstructors = LibraryTables.ApplicationConstructors, Overrides = settings, IncludesCallsOfTests = true };
        return AnalysisDriver.Load(files, options, context.CancellationToken);
    }

    private static Func<Project, IEnumerable<InspectionRow>> NamesAt(string place)
    {
        var colon = place.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) || line == 0)
            throw new UsageException($"--names {place} names no line: write it as shop/cart.py:12");
        return project => Inspection.Names(project, place[..colon], line);
    }

    private static void Print(IReadOnlyList<InspectionRow> rows, string format, CommandContext context)
    {
        if (format == "json")
        {
            JsonSerializer.Serialize(context.BeginBytes(), rows, CliJsonContext.Relaxed.IReadOnlyListInspectionRow);
            context.Output.WriteLine();
            return;
        }

        foreach (var row in rows) context.Output.WriteLine($"{(row.Line > 0 ? $"{row.File}:{row.Line}" : row.File)}: {row.Kind} {row.Name}  {string.Join("  ", row.Details)}".TrimEnd());
        if (rows.Count == 0) context.Output.WriteLine("nothing of the kind was found");
    }
}
