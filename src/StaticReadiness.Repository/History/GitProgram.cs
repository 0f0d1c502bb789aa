using System.Diagnostics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.History;

/// <summary>Runs the installed <c>git</c> on a repository that may be hostile: read-only, without anything its configuration could start, within bounds.</summary>
internal sealed class GitProgram
{
    /// <summary>Settings that start programs, reach the network, write, or change what is printed; the command line overrules the repository's own.</summary>
    private static readonly string[] SafeSettings =
    [
        "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.pager=cat", "core.editor=false", "core.askPass=", "core.sshCommand=false", "core.gitProxy=",
        "core.alternateRefsCommand=false", "core.untrackedCache=false", "core.quotePath=false", "core.commitGraph=false", "core.multiPackIndex=false",
        "diff.external=", "diff.orderFile=/dev/null", "diff.renames=false", "diff.ignoreSubmodules=all", "log.showSignature=false", "log.showRoot=true", "log.follow=false",
        "gpg.program=false", "gpg.ssh.program=false", "gpg.x509.program=false", "credential.helper=", "mailmap.file=", "mailmap.blob=",
        "i18n.logOutputEncoding=UTF-8", "color.ui=never", "submodule.recurse=false", "gc.auto=0", "maintenance.auto=false", "protocol.allow=never", "safe.directory=*",
    ];

    private readonly string program;
    private readonly string root;
    private readonly GitWorkTree tree;
    private readonly GitLimits limits;

    private GitProgram(string program, string root, GitWorkTree tree, GitLimits limits)
    {
        this.program = program;
        this.root = root;
        this.tree = tree;
        this.limits = limits;
    }

    public string GitDirectory => tree.GitDirectory;

    public bool IsAtTop => tree.Top == root;

    public static Answer<GitProgram> For(string root, GitLimits limits)
    {
        if (GitWorkTree.Enclosing(root) is not { } tree) return Answers.Unknown<GitProgram>("the directory is not in a git repository");
        return Locate(Environment.GetEnvironmentVariable("PATH") ?? "", root) is { } program
            ? Answers.Known(new GitProgram(program, root, tree, limits))
            : Answers.Unknown<GitProgram>("the git program is not installed");
    }

    /// <summary>The absolute path of git on the search path. Neither the current directory nor the repository itself is searched: a program there is not to be trusted.</summary>
    public static string? Locate(string searchPath, string root)
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        foreach (var directory in searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Path.IsPathFullyQualified(directory)) continue;
            var full = Path.GetFullPath(directory);
            if (full == root || full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) continue;
            var candidate = Path.Combine(full, name);
            if (File.Exists(candidate)) return candidate;
        }

        return null;
    }

    /// <summary>Runs a command and hands its output over in NUL-terminated records until the reader returns false or a bound is met.</summary>
    /// <returns>Whether all was read; unknown with the reason when git failed.</returns>
    public Answer<bool> Read(IEnumerable<string> arguments, Func<string, bool> onRecord, CancellationToken cancellation = default)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(limits.Time);
        using var process = Start(arguments);
        if (process is null) return Answers.Unknown<bool>("the git program cannot be started");
        using var kill = timer.Token.Register(() => Kill(process));
        process.StandardInput.Close();
        var error = ReadErrorAsync(process.StandardError);
        var complete = RecordReader.Read(process.StandardOutput.BaseStream, limits.Output, onRecord);
        if (!complete) Kill(process);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (timer.IsCancellationRequested) return Answers.Unknown<bool>($"git did not finish within {limits.Time.TotalSeconds:0} seconds");
        if (complete && process.ExitCode != 0) return Answers.Unknown<bool>($"git failed: {FirstLine(error.GetAwaiter().GetResult())}");
        return Answers.Known(complete);
    }

    private Process? Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("--no-pager");
        start.ArgumentList.Add("--no-replace-objects");
        start.ArgumentList.Add("--literal-pathspecs");
        foreach (var setting in SafeSettings)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(setting);
        }

        start.ArgumentList.Add($"--git-dir={tree.GitDirectory}");
        start.ArgumentList.Add($"--work-tree={tree.Top}");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        SetEnvironment(start.Environment);
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void SetEnvironment(IDictionary<string, string?> environment)
    {
        // Whatever git reads from the environment of the caller (traces to files, other directories, extra configuration) stays out.
        foreach (var name in environment.Keys.Where(k => k.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToList()) environment.Remove(name);
        var none = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["GIT_CONFIG_GLOBAL"] = none;
        environment["GIT_ATTR_NOSYSTEM"] = "1";
        environment["GIT_OPTIONAL_LOCKS"] = "0";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_NO_LAZY_FETCH"] = "1";
        // Overrules every protocol.*.allow of the repository: a missing object is never fetched.
        environment["GIT_ALLOW_PROTOCOL"] = "none";
        environment["GIT_PAGER"] = "cat";
        environment["LC_ALL"] = "C";
    }

    private static async Task<string> ReadErrorAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        var kept = "";
        while (await reader.ReadAsync(buffer) is > 0 and var read)
            if (kept.Length < 4096) kept += new string(buffer, 0, read);
        return kept;
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim() is { Length: > 0 } line ? line : "no message";

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            // It has ended by itself.
        }
    }
}
