using System.CommandLine;
using System.Text;
using StaticReadiness.Dev.Dumping;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev dump FILE</c>: the tree in the words of CPython 3.13's <c>ast.dump</c>.</summary>
internal static class DumpCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The Python file to dump." };
        var command = new Command("dump", "Print what CPython 3.13's ast.dump(ast.parse(source), include_attributes=True) prints.") { file };
        command.SetAction(result => DeepStack.Run(() => Run(result.GetRequiredValue(file))));
        return command;
    }

    private static int Run(string path)
    {
        var source = SourceFile.Read(path);
        if (source.Tree is null || source.Error is { IsParserError: true })
        {
            var error = source.Error!;
            Console.Error.WriteLine($"{path}:{error.Line}:{error.Column}: {error.Message}");
            return 1;
        }

        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(TreeDump.Write(source.Tree) + "\n"));
        return 0;
    }
}
