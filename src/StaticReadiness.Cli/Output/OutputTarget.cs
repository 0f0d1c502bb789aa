namespace StaticReadiness.Cli.Output;

/// <summary>One report to write, and where to.</summary>
/// <param name="File">Null for the standard output.</param>
internal sealed record OutputTarget(ReportFormat Format, string? File)
{
    private const string Formats = "console, sarif or json";

    /// <summary>Reads <c>--format</c> values such as <c>sarif</c> or <c>sarif=out.sarif</c>; <c>--output</c> names the file of the only format that has none.</summary>
    public static IReadOnlyList<OutputTarget> Parse(IReadOnlyList<string> formats, string? output)
    {
        var targets = (formats.Count == 0 ? ["console"] : formats).Select(Parse).ToList();
        if (output is not null)
        {
            var open = targets.FindAll(static t => t.File is null);
            if (open.Count != 1) throw new UsageException("--output needs exactly one --format without a file of its own");
            targets[targets.IndexOf(open[0])] = open[0] with { File = output };
        }

        if (targets.Count(static t => t.File is null) > 1) throw new UsageException("only one format can go to the standard output; give the others a file: --format sarif=FILE");
        return targets;
    }

    private static OutputTarget Parse(string value)
    {
        var equals = value.IndexOf('=');
        var name = equals < 0 ? value : value[..equals];
        var file = equals < 0 ? null : value[(equals + 1)..];
        if (file is { Length: 0 }) throw new UsageException($"--format {value} names no file");
        return new OutputTarget(ParseFormat(name), file);
    }

    private static ReportFormat ParseFormat(string name) => name switch
    {
        "console" => ReportFormat.Console,
        "sarif" => ReportFormat.Sarif,
        "json" => ReportFormat.Json,
        _ => throw new UsageException($"there is no format `{name}`; use {Formats}"),
    };
}
