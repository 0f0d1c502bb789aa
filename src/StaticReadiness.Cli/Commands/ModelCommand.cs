using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Cli.Output;
using StaticReadiness.Reporting.Console;

namespace StaticReadiness.Cli.Commands;

/// <summary><c>model</c>: how scores are made.</summary>
internal static class ModelCommand
{
    public static Command Create(CommandContext context)
    {
        var format = new Option<string>("--format") { Description = "text, json, or toml: the model's own files.", HelpName = "FORMAT", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "toml");
        var color = ColorMode.CreateOption();
        var command = new Command("model", "Shows dimensions, criteria, weights and profiles.") { format, color };
        command.SetAction(parsed =>
        {
            switch (parsed.GetRequiredValue(format))
            {
                case "json":
                    JsonSerializer.Serialize(context.BeginBytes(), ModelListing.Of(ReadinessModel.Load()), CliJsonContext.Relaxed.ModelListing);
                    context.Output.WriteLine();
                    break;
                case "toml":
                    PrintFiles(context.Output);
                    break;
                default:
                    PrintText(new StyledWriter(context.Output, ColorMode.IsOn(parsed.GetRequiredValue(color), context), context.Width, Glyphs.Unicode), ReadinessModel.Load());
                    break;
            }
        });
        return command;
    }

    private static void PrintText(StyledWriter writer, ReadinessModel model)
    {
        foreach (var dimension in model.Dimensions)
        {
            writer.Write(dimension.Title, TextStyle.Path);
            writer.WriteLine($"  {dimension.Id}", TextStyle.Dim);
            writer.WriteProse(dimension.Question, 0, 0, TextStyle.Dim);
            foreach (var criterion in dimension.Criteria) Print(writer, criterion);
            foreach (var cap in dimension.Caps)
                writer.WriteLine($"  at most {cap.Maximum.ToString("0.0", CultureInfo.InvariantCulture)} while {cap.Reason} ({cap.Rule})", TextStyle.Fair);
            writer.WriteLine();
        }

        foreach (var profile in model.Profiles) Print(writer, profile, profile.Id == model.DefaultProfile);
    }

    private static void Print(StyledWriter writer, Criterion criterion)
    {
        writer.Write($"  {criterion.Weight.ToString("0.#", CultureInfo.InvariantCulture)}  ", TextStyle.Bold);
        writer.WriteProse($"{criterion.Title} ({criterion.Id}, {criterion.Measure.ToString().ToLowerInvariant()})", 5, 5);
        if (criterion.Rules.IsEmpty) return;
        writer.Write("     ");
        writer.WriteProse(string.Join(", ", criterion.Rules), 5, 5, TextStyle.Dim);
    }

    private static void Print(StyledWriter writer, Profile profile, bool isDefault)
    {
        writer.Write($"profile {profile.Id}", TextStyle.Bold);
        writer.WriteLine($"  {profile.Title}{(isDefault ? " (default)" : "")}");
        writer.Write("  weights ");
        writer.WriteProse(string.Join(", ", profile.Weights.OrderByDescending(static w => w.Value).Select(static w => $"{w.Key} {w.Value.ToString(CultureInfo.InvariantCulture)}")), 4, 10);
        writer.Write("  deal-breakers ");
        writer.WriteProse(string.Join(", ", profile.DealBreakers), 4, 16);
        writer.WriteLine();
    }

    private static void PrintFiles(TextWriter output)
    {
        foreach (var (name, text) in ModelFiles.ReadAll())
        {
            output.WriteLine($"# {name}");
            output.WriteLine(text.TrimEnd());
            output.WriteLine();
        }
    }
}
