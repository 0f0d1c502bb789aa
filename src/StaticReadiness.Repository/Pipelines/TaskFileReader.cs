using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>Reads the recipes of Makefiles and justfiles, crontabs, Jenkinsfiles, tox.ini and shell scripts.</summary>
internal static class TaskFileReader
{
    /// <summary>Steps that run a script (https://www.jenkins.io/doc/pipeline/steps/workflow-durable-task-step/).</summary>
    private static readonly string[] JenkinsSteps = ["sh", "bat", "pwsh", "powershell"];

    /// <summary>Recipes: the indented lines below <c>target: prerequisites</c> (https://www.gnu.org/software/make/manual/, "Rule Syntax").</summary>
    public static Pipeline ReadRecipes(string path, SourceText text, PipelineTool tool)
    {
        var builder = new PipelineBuilder(path, text, tool);
        var target = "";
        for (var i = 0; i < text.LineCount; i++)
        {
            var span = text.GetLineSpan(i);
            var line = text.Slice(span);
            var isRecipe = line.StartsWith("\t") || (tool == PipelineTool.Just && line.StartsWith("  "));
            if (!isRecipe)
            {
                if (FindTarget(line) is { } found) target = found;
                continue;
            }

            var start = span.Start + (line.Length - line.TrimStart(" \t@-+").Length);
            while (text.Slice(span).EndsWith("\\") && i + 1 < text.LineCount) span = text.GetLineSpan(++i);
            if (start < span.End && text[start] != '#' && target.Length > 0) builder.AddScript(target, MappedText.Of(text, TextSpan.FromBounds(start, span.End)));
        }

        return builder.Build([]);
    }

    /// <summary>Five fields of time, or <c>@daily</c> and its like, then the command; the system's crontab names a user in between.</summary>
    public static Pipeline ReadCrontab(string path, SourceText text)
    {
        var builder = new PipelineBuilder(path, text, PipelineTool.Cron);
        for (var i = 0; i < text.LineCount; i++)
        {
            var span = text.GetLineSpan(i);
            var line = text.Slice(span);
            var at = line.Length - line.TrimStart().Length;
            if (at == line.Length || line[at] == '#') continue;
            var fields = line[at] == '@' ? 1 : 5;
            if (fields == 5 && line[at] is not ('*' or (>= '0' and <= '9'))) continue;
            for (; fields > 0 && at < line.Length; fields--)
            {
                at += IndexOrEnd(line[at..].IndexOfAny(' ', '\t'), line.Length - at);
                at += line[at..].Length - line[at..].TrimStart().Length;
            }

            if (fields == 0 && at < line.Length) builder.AddScript("", MappedText.Of(text, TextSpan.FromBounds(span.Start + at, span.End)));
        }

        return builder.Build([]);
    }

    /// <summary>The strings handed to <c>sh</c>, <c>bat</c>, <c>pwsh</c> and <c>powershell</c>; the rest of a Jenkinsfile is Groovy and is not read.</summary>
    public static Pipeline ReadJenkinsfile(string path, SourceText text)
    {
        var builder = new PipelineBuilder(path, text, PipelineTool.Jenkins);
        var content = text.Content;
        for (var at = 0; at < content.Length; at++)
        {
            var step = JenkinsSteps.FirstOrDefault(name => string.CompareOrdinal(content, at, name, 0, name.Length) == 0);
            if (step is null || (at > 0 && (char.IsLetterOrDigit(content[at - 1]) || content[at - 1] is '_' or '.' or '/' or '-'))) continue;
            var open = at + step.Length;
            while (open < content.Length && (content[open] is ' ' or '(' || string.CompareOrdinal(content, open, "script:", 0, 7) == 0)) open += content[open] == 's' ? 7 : 1;
            if (open >= content.Length || open == at + step.Length || content[open] is not ('\'' or '"')) continue;
            var quote = string.CompareOrdinal(content, open, new string(content[open], 3), 0, 3) == 0 ? new string(content[open], 3) : content[open].ToString();
            var start = open + quote.Length;
            var end = FindQuote(content, start, quote);
            if (end < 0) continue;
            builder.AddScript("", MappedText.Of(text, TextSpan.FromBounds(start, end)));
            at = end;
        }

        return builder.Build([]);
    }

    /// <summary>The commands of the environments and the Pythons of <c>envlist</c> (https://tox.wiki/en/latest/config.html).</summary>
    public static Pipeline ReadTox(string path, SourceText text)
    {
        var builder = new PipelineBuilder(path, text, PipelineTool.Tox);
        var ini = IniText.Parse(text);
        foreach (var section in ini.Root.Entries)
        {
            if (section.Value is not ConfigurationMapping options || !(section.Key is "tox" or "testenv" || section.Key.StartsWith("testenv:", StringComparison.Ordinal))) continue;
            var job = section.Key.StartsWith("testenv:", StringComparison.Ordinal) ? section.Key["testenv:".Length..] : "";
            foreach (var key in new[] { "commands", "commands_pre", "commands_post" })
                if (options[key] is ConfigurationScalar { Span.IsEmpty: false } value) builder.AddScript(job, MappedText.Of(text, value.Span));
            foreach (var key in new[] { "envlist", "env_list" })
                if (options[key] is ConfigurationScalar environments) AddToxRuntimes(builder, environments);
        }

        return builder.Build(ini.Errors);
    }

    public static Pipeline ReadShellScript(string path, SourceText text)
    {
        var builder = new PipelineBuilder(path, text, PipelineTool.ShellScript);
        builder.AddScript("", MappedText.Of(text, new TextSpan(0, text.Length)));
        return builder.Build([]);
    }

    /// <summary><c>py{39,310}-django42</c> names Python 3.9 and 3.10.</summary>
    private static void AddToxRuntimes(PipelineBuilder builder, ConfigurationScalar environments)
    {
        var text = environments.Text;
        for (var at = text.IndexOf("py", StringComparison.Ordinal); at >= 0; at = text.IndexOf("py", at + 2, StringComparison.Ordinal))
        {
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '_')) continue;
            var start = at + 2;
            var braced = start < text.Length && text[start] == '{';
            var end = braced ? text.IndexOf('}', start) : start + IndexOrEnd(text.AsSpan(start).IndexOfAnyExcept("0123456789."), text.Length - start);
            if (end < 0) return;
            foreach (var factor in text[(braced ? start + 1 : start)..end].Split(',', StringSplitOptions.TrimEntries))
                if (factor.Length > 1 && factor.All(c => char.IsAsciiDigit(c) || c == '.')) builder.AddRuntime("", factor.Contains('.') ? factor : $"{factor[0]}.{factor[1..]}", environments.Span);
        }
    }

    private static string? FindTarget(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] is '#' or '.' or ' ' or '\t' or '[') return line.StartsWith(".") || line.IsEmpty ? null : line[0] is '#' or '[' ? null : "";
        var colon = line.IndexOf(':');
        if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] == '=')) return null;
        var name = line[..colon].Trim();
        return name.Contains('=') || name.Contains('"') ? null : name.TrimStart('@').ToString().Split(' ')[0];
    }

    private static int FindQuote(string content, int from, string quote)
    {
        for (var at = from; at < content.Length; at++)
        {
            if (content[at] == '\\') at++;
            else if (string.CompareOrdinal(content, at, quote, 0, quote.Length) == 0) return at;
            else if (content[at] == '\n' && quote.Length == 1) return -1;
        }

        return -1;
    }

    private static int IndexOrEnd(int index, int end) => index < 0 ? end : index;
}
