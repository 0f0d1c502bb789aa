using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Shell;

/// <summary>One simple command of a shell script: assignments, then words.</summary>
/// <param name="Assignments">The <c>NAME=value</c> words in front.</param>
/// <param name="Words">The program and its arguments; redirections are left out.</param>
/// <param name="Span">From the first word to the last.</param>
public sealed record ShellCommand(ImmutableArray<ShellWord> Assignments, ImmutableArray<ShellWord> Words, TextSpan Span)
{
    /// <summary>Programs that run the program their arguments name.</summary>
    private static readonly HashSet<string> Wrappers = ["sudo", "exec", "env", "time", "nohup", "command", "nice", "ionice", "setsid", "tini", "dumb-init", "gosu", "su-exec", "chpst", "xvfb-run", "stdbuf", "catchsegv", "eatmydata"];

    /// <summary>Wrappers whose own first argument is no option: the user to become, the time to wait.</summary>
    private static readonly HashSet<string> WrappersWithArgument = ["gosu", "su-exec", "timeout", "flock"];

    /// <summary>Tools that run a program in an environment: <c>poetry run X</c>, <c>uv run X</c>.</summary>
    private static readonly HashSet<string> Runners = ["poetry", "uv", "pipenv", "pdm", "hatch", "rye", "pixi", "conda", "mamba", "micromamba", "coverage"];

    /// <summary>The base name of the program that runs in the end, past <c>sudo</c>, <c>env</c>, <c>poetry run</c> and their like; for <c>python -m X</c> it is X. Empty for none.</summary>
    public string Program => EffectiveIndex is var at && at < Words.Length ? BaseName(Words[at].Text) : "";

    /// <summary>The arguments behind <see cref="Program"/>.</summary>
    public ImmutableArray<ShellWord> Arguments => EffectiveIndex is var at && at < Words.Length ? Words[(at + 1)..] : [];

    /// <summary>The command as one line.</summary>
    public string Text => string.Join(' ', Assignments.Concat(Words).Select(w => w.Text));

    private int EffectiveIndex
    {
        get
        {
            var at = 0;
            while (at < Words.Length && Skip(at) is var next && next > at) at = next;
            return at;
        }
    }

    private int Skip(int at)
    {
        var name = BaseName(Words[at].Text);
        if (Wrappers.Contains(name) || WrappersWithArgument.Contains(name))
        {
            var next = SkipOptions(at + 1);
            if (WrappersWithArgument.Contains(name)) next++;
            while (next < Words.Length && (Words[next].Text is "--" || IsAssignment(Words[next].Text))) next++;
            return next < Words.Length ? next : at;
        }

        if (Runners.Contains(name) && FindRun(at + 1) is var run and > 0)
        {
            var next = SkipOptions(run + 1);
            return next < Words.Length ? next : at;
        }

        if (IsPython(name) && at + 2 < Words.Length)
            for (var i = at + 1; i + 1 < Words.Length && Words[i].Text.StartsWith('-'); i++)
                if (Words[i].Text == "-m") return i + 1;
        return at;
    }

    private int FindRun(int from)
    {
        for (var i = from; i < Words.Length && i < from + 4; i++)
            if (Words[i].Text == "run") return i;
        return -1;
    }

    /// <summary>The index behind the options at an index; <c>--with X</c> style options of runners take a value.</summary>
    private int SkipOptions(int at)
    {
        while (at < Words.Length && Words[at].Text.StartsWith('-') && Words[at].Text != "--")
        {
            var takesValue = Words[at].Text is "-n" or "--name" or "--with" or "--extra" or "--group" or "--python" or "-p" or "-u" or "--directory" or "--project" or "--env-file" or "--package" or "--only-group";
            at += takesValue && at + 1 < Words.Length ? 2 : 1;
        }

        return at < Words.Length && Words[at].Text == "--" ? at + 1 : at;
    }

    internal static bool IsPython(string name) =>
        name is "python" or "pypy" or "pypy3" || (name.StartsWith("python", StringComparison.Ordinal) && name.AsSpan(6).IndexOfAnyExcept("0123456789.") < 0);

    internal static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=');
        if (equals <= 0 || char.IsAsciiDigit(word[0])) return false;
        for (var i = 0; i < equals; i++)
            if (word[i] != '_' && !char.IsAsciiLetterOrDigit(word[i])) return word[i] == '+' && i == equals - 1;
        return true;
    }

    private static string BaseName(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }
}
