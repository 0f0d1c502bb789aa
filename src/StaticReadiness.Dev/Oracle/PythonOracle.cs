using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace StaticReadiness.Dev.Oracle;

/// <summary>A long-lived CPython process that says what it makes of sources; one caller at a time.</summary>
internal sealed class PythonOracle : IDisposable
{
    private readonly Process process;

    private PythonOracle(Process process) => this.process = process;

    /// <summary>The newest Python 3.13 of this machine: the one given, pyenv's, or that on the path; null when there is none.</summary>
    public static string? FindPython(string? given)
    {
        if (given is not null) return given;
        var pyenv = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pyenv", "versions");
        var installed = Directory.Exists(pyenv) ? Directory.GetDirectories(pyenv, "3.13.*") : [];
        var candidates = installed.Select(folder => Path.Combine(folder, "bin", "python3.13")).Append("/usr/bin/python3.13");
        return candidates.FirstOrDefault(File.Exists);
    }

    public static PythonOracle Start(string python)
    {
        using var resource = typeof(PythonOracle).Assembly.GetManifestResourceStream("oracle.py") ?? throw new InvalidOperationException("oracle.py is not embedded");
        using var reader = new StreamReader(resource);
        var start = new ProcessStartInfo(python) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add("-X");
        start.ArgumentList.Add("utf8");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(reader.ReadToEnd());
        return new PythonOracle(Process.Start(start) ?? throw new InvalidOperationException($"{python} does not start"));
    }

    /// <summary>The hash of the dump of a file, or null when Python refuses the file.</summary>
    public string? HashOfDump(string path)
    {
        using var reply = Ask("dump", Path.GetFullPath(path), withText: false);
        return reply.RootElement.GetProperty("ok").GetBoolean() ? reply.RootElement.GetProperty("hash").GetString() : null;
    }

    public string? Dump(string path)
    {
        using var reply = Ask("dump", Path.GetFullPath(path), withText: true);
        return reply.RootElement.GetProperty("ok").GetBoolean() ? reply.RootElement.GetProperty("text").GetString() : null;
    }

    /// <summary>The symbol tables of a file as JSON, or null when Python refuses the file.</summary>
    public JsonDocument? Scopes(string path)
    {
        using var reply = Ask("symtable", Path.GetFullPath(path), withText: false);
        var scopes = reply.RootElement.GetProperty("scopes");
        return scopes.ValueKind == JsonValueKind.Null ? null : JsonDocument.Parse(scopes.GetRawText(), new JsonDocumentOptions { MaxDepth = 1000 });
    }

    public Verdict JudgeSource(string source)
    {
        using var reply = Ask("source", source, withText: false);
        return Verdict.Read(reply.RootElement);
    }

    public Verdict JudgeFile(string path)
    {
        using var reply = Ask("judge", Path.GetFullPath(path), withText: false);
        return Verdict.Read(reply.RootElement);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private JsonDocument Ask(string operation, string value, bool withText)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(operation, value);
            if (withText) json.WriteBoolean("text", true);
            json.WriteEndObject();
        }

        process.StandardInput.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
        process.StandardInput.Flush();
        return JsonDocument.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the Python process ended"), new JsonDocumentOptions { MaxDepth = 1000 });
    }
}
