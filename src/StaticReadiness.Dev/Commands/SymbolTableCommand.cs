using System.CommandLine;
using StaticReadiness.Dev.Dumping;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev symtable FILE</c>: the scopes and symbols of a file in the terms of CPython's <c>symtable</c>.</summary>
internal static class SymbolTableCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The Python file to bind." };
        var command = new Command("symtable", "Print the scopes of a file and what each does with its names, as JSON.") { file };
        command.SetAction(result => DeepStack.Run(() => Run(result.GetRequiredValue(file))));
        return command;
    }

    private static int Run(string path)
    {
        var source = SourceFile.Read(path);
        if (source.Tree is null)
        {
            Console.Error.WriteLine($"{path}:{source.Error!.Line}:{source.Error.Column}: {source.Error.Message}");
            return 1;
        }

        using var output = Console.OpenStandardOutput();
        output.Write(ScopeDump.Write(source.Tree, isIndented: true));
        output.WriteByte((byte)'\n');
        return 0;
    }
}
