using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Finds the installations of Python packages in a shell command line: pip, <c>python -m pip</c>, uv, pipx, and the add commands of Poetry, PDM and uv.</summary>
public static class PipCommandReader
{
    private static readonly string[] OptionsWithValue =
    [
        "-r", "--requirement", "--requirements", "-c", "--constraint", "--constraints", "-e", "--editable", "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "-t", "--target", "-d",
        "--platform", "--python-version", "--implementation", "--abi", "--root", "--prefix", "--src", "-b", "--build", "--upgrade-strategy", "--config-settings", "-C",
        "--global-option", "--no-binary", "--only-binary", "--progress-bar", "--root-user-action", "--report", "--cache-dir", "--trusted-host", "--cert", "--client-cert",
        "--timeout", "--retries", "--exists-action", "--proxy", "--log", "--python", "--python-preference", "-p", "--use-feature", "--use-deprecated", "--index", "--default-index", "--group", "-G", "--extra",
        "--index-strategy", "--keyring-provider", "--resolution", "--prerelease", "--exclude-newer", "--link-mode", "--source", "--with", "--optional", "--dependency-group", "--default-timeout", "--install-option",
    ];

    private static readonly string[] ShellSeparators = ["&&", "||", ";", "|", "&"];

    /// <summary>The installations that a command line makes.</summary>
    /// <param name="command">The command line; several commands may be joined by shell operators.</param>
    /// <param name="file">The file it stands in.</param>
    /// <param name="span">Its place there, which every dependency found takes.</param>
    /// <param name="group">The group the dependencies belong to.</param>
    public static ImmutableArray<PipInstall> Read(string command, string file, TextSpan span, DependencyGroup group)
    {
        if (!MayInstall(command)) return [];
        var installs = ImmutableArray.CreateBuilder<PipInstall>();
        foreach (var words in Commands(command))
        {
            var (program, arguments) = FindProgram(words);
            if (program is not null) installs.Add(ReadArguments(program, arguments, file, span, group));
        }

        return installs.DrainToImmutable();
    }

    private static bool MayInstall(string command) =>
        command.Contains("install", StringComparison.Ordinal) || command.Contains(" add ", StringComparison.Ordinal);

    private static IEnumerable<List<string>> Commands(string line)
    {
        // Operators may touch the words beside them; quotes keep theirs.
        var spaced = SpaceOperators(line.Replace("\\\r\n", " ", StringComparison.Ordinal).Replace("\\\n", " ", StringComparison.Ordinal).Replace("\n", " ; ", StringComparison.Ordinal));
        var current = new List<string>();
        foreach (var word in CommandWords.Split(spaced))
        {
            if (!ShellSeparators.Contains(word, StringComparer.Ordinal)) current.Add(word);
            else if (current.Count > 0)
            {
                yield return current;
                current = [];
            }
        }

        if (current.Count > 0) yield return current;
    }

    private static string SpaceOperators(string line)
    {
        var builder = new System.Text.StringBuilder(line.Length + 16);
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c is ';' or '|' or '&')
            {
                var width = i + 1 < line.Length && line[i + 1] == c && c != ';' ? 2 : 1;
                builder.Append(' ').Append(line, i, width).Append(' ');
                i += width - 1;
                continue;
            }

            builder.Append(c);
        }

        return builder.ToString();
    }

    /// <summary>The installing program of one command and the words behind its subcommand; wrappers such as sudo and assignments before it do not matter.</summary>
    private static (string? Program, List<string> Arguments) FindProgram(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var name = words[i][(words[i].LastIndexOf('/') + 1)..];
            if (IsPip(name) && SubcommandAt(words, i + 1, "install", "download", "wheel") is var pip && pip > 0) return (name, words[pip..]);
            if (name.StartsWith("python", StringComparison.Ordinal) && ModuleAt(words, i + 1) is var module && module > 0 && IsPip(words[module])
                && SubcommandAt(words, module + 1, "install", "download", "wheel") is var run && run > 0) return ($"{name} -m pip", words[run..]);
            if (name == "uv" && SubcommandAt(words, i + 1, "pip") is var uvPip && uvPip > 0 && SubcommandAt(words, uvPip, "install", "sync") is var uv && uv > 0)
                return ("uv pip", words[uv..]);
            if (name == "uv" && SubcommandAt(words, i + 1, "tool") is var tool && tool > 0 && SubcommandAt(words, tool, "install") is var uvTool && uvTool > 0) return ("uv tool", words[uvTool..]);
            if (name is "uv" or "poetry" or "pdm" && SubcommandAt(words, i + 1, "add") is var add && add > 0) return (name, words[add..]);
            if (name == "pipx" && SubcommandAt(words, i + 1, "install") is var pipx && pipx > 0) return (name, words[pipx..]);
        }

        return (null, words);
    }

    private static bool IsPip(string name) =>
        name.StartsWith("pip", StringComparison.Ordinal) && name.AsSpan(3).IndexOfAnyExcept("0123456789.") < 0;

    private static int ModuleAt(List<string> words, int start)
    {
        for (var i = start; i + 1 < words.Count && words[i].StartsWith('-'); i++)
            if (words[i] == "-m") return i + 1;
        return -1;
    }

    /// <summary>The index behind a subcommand, options before it skipped; -1 when another word stands there.</summary>
    private static int SubcommandAt(List<string> words, int start, params ReadOnlySpan<string> names)
    {
        for (var i = start; i < words.Count; i++)
        {
            if (words[i].StartsWith('-'))
            {
                if (OptionsWithValue.Contains(words[i], StringComparer.Ordinal)) i++;
                continue;
            }

            return names.Contains(words[i]) ? i + 1 : -1;
        }

        return -1;
    }

    private static PipInstall ReadArguments(string program, List<string> words, string file, TextSpan span, DependencyGroup group)
    {
        var found = new Findings(file, span, group);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word is ">" or ">>" or "2>" or "2>&1" or "<") i++;
            else if (word.Contains(">/dev", StringComparison.Ordinal)) continue;
            else if (word.StartsWith('-') && word.Length > 1) i += found.AddOption(word, i + 1 < words.Count ? words[i + 1] : null);
            else found.AddTarget(word);
        }

        return new PipInstall
        {
            Program = program,
            Dependencies = [.. found.Dependencies],
            RequirementFiles = [.. found.RequirementFiles],
            ConstraintFiles = [.. found.ConstraintFiles],
            Paths = [.. found.Paths],
            Options = [.. found.Options],
            Unresolved = [.. found.Unresolved],
        };
    }

    private sealed class Findings(string file, TextSpan span, DependencyGroup group)
    {
        public List<DeclaredDependency> Dependencies { get; } = [];

        public List<string> RequirementFiles { get; } = [];

        public List<string> ConstraintFiles { get; } = [];

        public List<string> Paths { get; } = [];

        public List<string> Options { get; } = [];

        public List<string> Unresolved { get; } = [];

        /// <summary>Takes an option and says how many further words belong to it.</summary>
        public int AddOption(string word, string? next)
        {
            var (name, value) = SplitValue(word);
            var takesNext = value is null && OptionsWithValue.Contains(name, StringComparer.Ordinal) && next is not null;
            value ??= takesNext ? next : null;
            switch (name)
            {
                case "-r" or "--requirement" or "--requirements" when value is not null:
                    RequirementFiles.Add(value);
                    break;
                case "-c" or "--constraint" or "--constraints" when value is not null:
                    ConstraintFiles.Add(value);
                    break;
                case "-e" or "--editable" when value is not null:
                    AddTarget(value, isEditable: true);
                    break;
                default:
                    Options.Add(value is null ? name : $"{name}={value}");
                    break;
            }

            return takesNext ? 1 : 0;
        }

        public void AddTarget(string word, bool isEditable = false)
        {
            if (!isEditable && Requirement.TryParse(word, out var requirement)) Dependencies.Add(DeclaredDependency.From(requirement, group, file, span));
            else if (word.Contains('$') || word.Contains('`') || word.Contains("{{", StringComparison.Ordinal)) AddUnresolved(word);
            else if (DirectReference.IsReference(word) || isEditable) AddReference(word, isEditable);
            else Unresolved.Add(word);
        }

        // The name is often known where only the version is a variable: django==$DJANGO_VERSION.
        private void AddUnresolved(string word)
        {
            Unresolved.Add(word);
            var end = word.IndexOfAny(['=', '<', '>', '~', '!', '[', '@']);
            if (end <= 0 || !PackageName.IsValid(word.AsSpan(0, end))) return;
            Dependencies.Add(new DeclaredDependency
            {
                Name = PackageName.Normalize(word[..end]),
                Constraint = new VersionConstraint(word[end..], [VersionSpecifierSet.Any]),
                Group = group,
                File = file,
                Span = span,
            });
        }

        private void AddReference(string word, bool isEditable)
        {
            if (DirectReference.Read(word, isEditable) is not { } reference || reference.Source.Kind == DependencySourceKind.Path) Paths.Add(word);
            else
            {
                Dependencies.Add(new DeclaredDependency
                {
                    Name = PackageName.Normalize(reference.Name),
                    Extras = reference.Extras,
                    Source = reference.Source,
                    Group = group,
                    File = file,
                    Span = span,
                });
            }
        }

        private static (string Name, string? Value) SplitValue(string word)
        {
            var equals = word.IndexOf('=');
            if (equals > 0 && word.StartsWith("--", StringComparison.Ordinal)) return (word[..equals], word[(equals + 1)..]);
            var isShort = word.Length > 2 && word[0] == '-' && word[1] is 'r' or 'c' or 'e' or 'i' or 'f' && word[1] != '-';
            return isShort && word[0] == '-' && word[1] != '-' ? (word[..2], word[2..]) : (word, null);
        }
    }
}
