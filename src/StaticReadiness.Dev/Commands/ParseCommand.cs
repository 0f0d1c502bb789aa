using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev parse PATH…</c>: one JSON line a file saying whether it is accepted, and if not where and why.</summary>
internal static class ParseCommand
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or directories whose *.py files are read.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("parse", "Print one JSON line a file: path, ok, line, column, message.") { paths };
        command.SetAction(result => Run(PythonFiles.Find(result.GetRequiredValue(paths))));
        return command;
    }

    private static int Run(List<string> files)
    {
        using var output = Console.OpenStandardOutput();
        var failures = 0;
        OrderedWork.Run(files, SourceFile.Read, source =>
        {
            if (source.Error is not null) failures++;
            WriteLine(output, source);
        });
        return failures == 0 ? 0 : 1;
    }

    private static void WriteLine(Stream output, SourceFile source)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("path", source.Path);
            json.WriteBoolean("ok", source.Error is null);
            if (source.Error is { } error)
            {
                json.WriteNumber("line", error.Line);
                json.WriteNumber("column", error.Column);
                json.WriteString("message", error.Message);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        output.Write(buffer.WrittenSpan);
    }
}
