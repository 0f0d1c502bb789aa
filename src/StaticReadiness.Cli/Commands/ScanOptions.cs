using System.CommandLine;
using System.Globalization;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Cli.Output;
using StaticReadiness.Reporting.Console;

namespace StaticReadiness.Cli.Commands;

/// <summary>The arguments of <c>scan</c>, and what they add up to.</summary>
internal sealed class ScanOptions
{
    private readonly Argument<string> path = new("PATH")
    {
        Description = "The repository to scan: a folder, or a single file.",
        DefaultValueFactory = static _ => ".",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> format = Words("--format", "FORMAT[=FILE]", "console (default), sarif or json; repeat it for several, each with its file.");
    private readonly Option<string> output = new("--output", "-o") { Description = "The file of the format that names none; the standard output otherwise.", HelpName = "FILE" };
    private readonly Option<string> profile = new("--profile") { Description = "Which dimensions count: production (default), benchmark, significance, or one of the configuration.", HelpName = "NAME" };
    private readonly Option<string[]> select = Words("--select", "RULES", "Only these rules: ids, prefixes of ids, names, dimensions or ALL, separated by commas.");
    private readonly Option<string[]> ignore = Words("--ignore", "RULES", "Not these rules.");
    private readonly Option<string[]> include = Words("--include", "PATTERN", "Also read these files that a default or .gitignore leaves out.");
    private readonly Option<string[]> exclude = Words("--exclude", "PATTERN", "Do not read these files; patterns as in .gitignore.");
    private readonly Option<string> failLevel = new("--fail-level") { Description = "The lowest severity that fails the scan: note, warning, error (default) or never.", HelpName = "LEVEL" };
    private readonly Option<double?> minIndex = new("--min-index") { Description = "The lowest readiness index that passes, 1 to 5.", HelpName = "N" };
    private readonly Option<string> config = new("--config") { Description = "A settings file instead of the repository's .static-readiness.toml or pyproject.toml.", HelpName = "FILE" };
    private readonly Option<string> evidence = new("--evidence") { Description = "A JSON file with what no repository holds: response times, or a result of OpenSSF Scorecard; see `schema --evidence`.", HelpName = "FILE" };
    private readonly Option<string> today = new("--today") { Description = "The day the scan is made for, as 2026-01-31, so that it can be repeated.", HelpName = "DATE" };
    private readonly Option<int?> jobs = new("--jobs", "-j") { Description = "How many threads; one a processor by default.", HelpName = "N" };
    private readonly Option<string> color = ColorMode.CreateOption();
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "One line a finding, and the closing line." };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Code for every finding, every note, and details of internal errors." };
    private readonly Option<bool> statistics = new("--statistics") { Description = "Findings counted by rule instead of shown, and where the time went." };
    private readonly Option<bool> ledger = new("--ledger") { Description = "Every criterion with what it adds to the score." };
    private readonly Option<bool> showSuppressed = new("--show-suppressed") { Description = "Also show suppressed findings, with the reasons." };
    private readonly Option<bool> includePasses = new("--include-passes") { Description = "Also write what speaks for the repository to SARIF, as results of kind pass." };

    public ScanOptions() => failLevel.AcceptOnlyFromAmong("note", "warning", "error", "never");

    public void AddTo(Command command)
    {
        command.Arguments.Add(path);
        Option[] all =
        [
            format, output, profile, select, ignore, include, exclude, failLevel, minIndex, config, evidence, today, jobs,
            color, quiet, verbose, statistics, ledger, showSuppressed, includePasses,
        ];
        foreach (var option in all) command.Options.Add(option);
    }

    public ScanRequest Read(ParseResult parsed, CommandContext context)
    {
        var settings = new AnalysisSettings
        {
            Select = [.. Split(parsed.GetValue(select))],
            Ignore = [.. Split(parsed.GetValue(ignore))],
            Include = [.. parsed.GetValue(include) ?? []],
            Exclude = [.. parsed.GetValue(exclude) ?? []],
            Profile = parsed.GetValue(profile),
            FailLevel = parsed.GetValue(failLevel),
            MinIndex = parsed.GetValue(minIndex) is { } index ? Between(index, 1, 5, "--min-index") : null,
        };
        var targets = OutputTarget.Parse(parsed.GetValue(format) ?? [], parsed.GetValue(output));
        return new ScanRequest(CheckPath(parsed.GetRequiredValue(path), parsed.CommandResult.Command), targets, settings, ReadConsole(parsed, context))
        {
            ConfigPath = parsed.GetValue(config),
            EvidencePath = parsed.GetValue(evidence),
            Jobs = parsed.GetValue(jobs) is { } threads ? Between(threads, 1, 1024, "--jobs") : 0,
            Today = parsed.GetValue(today) is { } day ? ParseDay(day) : context.Today,
            IncludePasses = parsed.GetValue(includePasses),
        };
    }

    private ConsoleOptions ReadConsole(ParseResult parsed, CommandContext context)
    {
        var (isQuiet, isVerbose) = (parsed.GetValue(quiet), parsed.GetValue(verbose));
        if (isQuiet && isVerbose) throw new UsageException("--quiet and --verbose exclude each other");
        return new ConsoleOptions
        {
            Colour = ColorMode.IsOn(parsed.GetRequiredValue(color), context),
            Width = context.Width,
            Glyphs = context.IsUnicode ? Glyphs.Unicode : Glyphs.Ascii,
            Verbosity = isQuiet ? Verbosity.Quiet : isVerbose ? Verbosity.Verbose : Verbosity.Normal,
            ShowStatistics = parsed.GetValue(statistics),
            ShowLedger = parsed.GetValue(ledger),
            ShowSuppressed = parsed.GetValue(showSuppressed),
        };
    }

    private static Option<string[]> Words(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private static IEnumerable<string> Split(string[]? values) =>
        (values ?? []).SelectMany(static v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static DateOnly ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"--today {text} is no date like 2026-01-31");

    private static string CheckPath(string path, Command command) => path.StartsWith('-')
        ? throw new UsageException($"there is no option `{path}`{NearestWord.Suggest(path, command.Options.Select(static o => o.Name))}")
        : path;

    private static T Between<T>(T value, T low, T high, string name) where T : IComparable<T> =>
        value.CompareTo(low) >= 0 && value.CompareTo(high) <= 0 ? value : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{name} must be between {low} and {high}"));
}
