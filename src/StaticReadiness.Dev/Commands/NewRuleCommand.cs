using System.CommandLine;
using StaticReadiness.Dev.Scaffolding;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev new-rule DIMENSION rule-name</c>: writes the class, the help page and the edge cases of a rule.</summary>
internal static class NewRuleCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIMENSION") { Description = "The dimension's folder, such as ErrorHandling." };
        var name = new Argument<string>("RULE") { Description = "The bad pattern in kebab case, such as swallowed-exception." };
        var criterion = new Option<string?>("--criterion") { Description = "The criterion it feeds; the one whose list names it unless given." };
        var root = new Option<string?>("--root") { Description = "The folder of StaticReadiness.sln; found from the current folder unless given." };
        var command = new Command("new-rule", "Write the three files of a new rule.") { folder, name, criterion, root };
        command.SetAction(result => Run(result.GetRequiredValue(folder), result.GetRequiredValue(name), result.GetValue(criterion), result.GetValue(root)));
        return command;
    }

    private static int Run(string folder, string name, string? criterion, string? root)
    {
        try
        {
            var scaffold = RuleScaffold.Plan(root ?? FindRoot(), folder, name, criterion);
            foreach (var path in scaffold.Write()) Console.WriteLine(path);
            return 0;
        }
        catch (ScaffoldException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "StaticReadiness.sln"))) return folder.FullName;
        throw new ScaffoldException("no StaticReadiness.sln here or above; give --root");
    }
}
