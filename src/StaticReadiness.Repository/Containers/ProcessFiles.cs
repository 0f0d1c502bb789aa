using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Containers;

/// <summary>Reads Procfiles, systemd units and supervisor configurations.</summary>
internal static class ProcessFiles
{
    public static bool IsProcfile(RepositoryFile file) => file.Name == "Procfile" || file.Name.StartsWith("Procfile.", StringComparison.Ordinal);

    public static bool IsSystemdUnit(RepositoryFile file) =>
        file.Name.EndsWith(".service", StringComparison.Ordinal) || file.Name.EndsWith(".service.j2", StringComparison.Ordinal) || file.Name.EndsWith(".service.in", StringComparison.Ordinal);

    public static bool IsSupervisorFile(RepositoryFile file) =>
        (file.Name.StartsWith("supervisor", StringComparison.Ordinal) && (file.Name.EndsWith(".conf", StringComparison.Ordinal) || file.Name.EndsWith(".ini", StringComparison.Ordinal)))
        || file.Directory.EndsWith("supervisor/conf.d", StringComparison.Ordinal);

    /// <summary>Each line <c>type: command</c>.</summary>
    public static IEnumerable<DeployedProcess> ReadProcfile(string path, SourceText text)
    {
        for (var i = 0; i < text.LineCount; i++)
        {
            var span = text.GetLineSpan(i);
            var line = text.ToString(span);
            var colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].AsSpan().Trim().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") >= 0) continue;
            var commands = ShellScript.Read(MappedText.Of(text, TextSpan.FromBounds(span.Start + colon + 1, span.End)));
            yield return new DeployedProcess(path, text, DeploymentKind.Procfile, line[..colon].Trim(), span, commands, []);
        }
    }

    /// <summary>The <c>Exec…=</c> and <c>Environment=</c> lines of a unit (systemd.service(5)); a backslash continues a line.</summary>
    public static IEnumerable<DeployedProcess> ReadSystemdUnit(string path, SourceText text)
    {
        var environment = ImmutableArray.CreateBuilder<EnvironmentSetting>();
        var starts = new List<(MappedText Command, TextSpan Span)>();
        for (var i = 0; i < text.LineCount; i++)
        {
            var builder = new MappedText.Builder();
            var first = text.GetLineSpan(i);
            var span = first;
            while (text.Slice(span).EndsWith("\\") && i + 1 < text.LineCount)
            {
                builder.Append(text.Slice(span)[..^1], span.Start);
                span = text.GetLineSpan(++i);
            }

            builder.Append(text.Slice(span), span.Start);
            var line = builder.Build(span.End);
            var equals = line.Content.IndexOf('=');
            if (equals <= 0) continue;
            var key = line.Content[..equals].Trim();
            var value = line.Slice(equals + 1, line.Content.Length);
            if (key == "Environment")
                environment.AddRange(ShellScript.Read(value).SelectMany(c => c.Assignments).Select(w => Split(w)));
            else if (key is "ExecStart" or "ExecStartPre")
                // The prefixes of systemd.service(5), "Command lines".
                starts.Add((value.Slice(value.Content.Length - value.Content.TrimStart(' ', '-', '@', ':', '+', '!').Length, value.Content.Length), TextSpan.FromBounds(first.Start, span.End)));
        }

        var settings = environment.DrainToImmutable();
        return starts.Select(s => new DeployedProcess(path, text, DeploymentKind.Systemd, RepositoryPath.NameOf(path), s.Span, ShellScript.Read(WithoutShell(s.Command)), settings));
    }

    // `sh -c "gunicorn shop:app"` runs the script between the quotes.
    private static MappedText WithoutShell(MappedText command)
    {
        var content = command.Content.TrimEnd();
        var flag = content.IndexOf(" -c ", StringComparison.Ordinal);
        if (flag <= 0 || content[..flag].Split('/')[^1] is not ("sh" or "bash" or "dash") || content[flag..].IndexOfAny(['"', '\'']) is not (> 0 and var quote) || content[^1] != content[flag + quote]) return command;
        return flag + quote + 1 < content.Length - 1 ? command.Slice(flag + quote + 1, content.Length - 1) : command;
    }

    /// <summary>The <c>[program:x]</c> sections of a supervisor configuration (http://supervisord.org/configuration.html).</summary>
    public static IEnumerable<DeployedProcess> ReadSupervisorFile(string path, SourceText text)
    {
        foreach (var section in IniText.Parse(text).Root.Entries)
        {
            if (!section.Key.StartsWith("program:", StringComparison.Ordinal) || section.Value is not ConfigurationMapping program || program["command"] is not ConfigurationScalar command) continue;
            var environment = program["environment"] is ConfigurationScalar set
                ? ShellScript.Read(MappedText.At(set.Text.Replace(',', ' '), set.Span)).SelectMany(c => c.Assignments).Select(Split).ToImmutableArray()
                : [];
            yield return new DeployedProcess(path, text, DeploymentKind.Supervisor, section.Key["program:".Length..], command.Span, ShellScript.Read(YamlScript.Of(text, command)), environment);
        }
    }

    private static EnvironmentSetting Split(ShellWord word)
    {
        var equals = word.Text.IndexOf('=');
        return new EnvironmentSetting(word.Text[..equals], word.Text[(equals + 1)..], word.Span);
    }
}
