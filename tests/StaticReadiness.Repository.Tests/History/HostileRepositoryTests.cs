using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.History;

namespace StaticReadiness.Repository.Tests.History;

public class HostileRepositoryTests
{
    /// <summary>Every setting known to make git start a program, each of which would leave a file behind.</summary>
    private static readonly string[] Traps =
    [
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.askPass", "core.gitProxy", "core.alternateRefsCommand", "pager.log", "pager.for-each-ref", "diff.external",
        "diff.evil.textconv", "diff.evil.command", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "gpg.program", "gpg.ssh.program", "credential.helper", "sequence.editor",
        "interactive.diffFilter", "uploadpack.packObjectsHook", "remote.origin.uploadpack", "alias.log", "alias.for-each-ref", "trailer.evil.command", "tar.evil.command", "merge.evil.driver",
    ];

    [Fact]
    public void Nothing_that_a_repository_configures_is_executed_and_nothing_is_written()
    {
        using var directory = new TemporaryDirectory();
        using var marks = new TemporaryDirectory();
        directory.Git("init", "-q");
        directory.Touch("a.py", "b.py");
        directory.Write(".gitattributes", "* diff=evil filter=evil merge=evil\n");
        directory.Git("add", "-A");
        directory.Git("commit", "-qm", "first");
        directory.Git("tag", "v1.0");
        SetTraps(directory, marks);
        var before = Snapshot(directory);

        var files = RepositoryFiles.Open(directory.Path);
        var history = GitHistory.Open(files).Value;
        history.Commits.Value.Count.ShouldBe(1);
        history.LastChanges.Value.Keys.Order(StringComparer.Ordinal).ShouldBe([".gitattributes", "a.py", "b.py"]);
        history.Releases.Value.ShouldHaveSingleItem();

        Directory.EnumerateFileSystemEntries(marks.Path).ShouldBeEmpty();
        Snapshot(directory).ShouldBe(before);
    }

    [Fact]
    public void The_traps_do_spring_when_git_is_run_without_care()
    {
        using var directory = new TemporaryDirectory();
        using var marks = new TemporaryDirectory();
        directory.Git("init", "-q");
        directory.Touch("a.py");
        directory.Git("add", "-A");
        directory.Git("commit", "-qm", "first");
        SetTraps(directory, marks);
        File.AppendAllText(directory.At("a.py"), "more\n");

        directory.Git("status");

        Directory.EnumerateFileSystemEntries(marks.Path).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_missing_object_is_not_fetched_from_a_promised_remote()
    {
        using var directory = new TemporaryDirectory();
        using var marks = new TemporaryDirectory();
        directory.Git("init", "-q");
        directory.Touch("a.py");
        directory.Git("add", "-A");
        directory.Git("commit", "-qm", "first");
        directory.Touch("sub/b.py");
        directory.Git("add", "-A");
        directory.Git("commit", "-qm", "second");
        var tree = directory.Git("rev-parse", "HEAD~1^{tree}").Trim();
        File.Delete(directory.At($".git/objects/{tree[..2]}/{tree[2..]}"));
        foreach (var (key, value) in new[]
        {
            ("extensions.partialClone", "origin"), ("core.repositoryFormatVersion", "1"), ("remote.origin.promisor", "true"), ("remote.origin.url", $"ext::sh -c \"touch {marks.At("fetched")}\""),
            ("protocol.ext.allow", "always"), ("protocol.allow", "always"), ("remote.origin.fetch", "+refs/*:refs/*"),
        }) directory.Git("config", key, value);

        var history = GitHistory.Open(RepositoryFiles.Open(directory.Path)).Value;

        history.LastChanges.Reason.ShouldNotBeNull().ShouldStartWith("git failed");
        Directory.EnumerateFileSystemEntries(marks.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_git_inside_the_repository_or_the_current_directory_is_never_used()
    {
        using var directory = new TemporaryDirectory();
        directory.Touch("bin/git", "git");

        GitProgram.Locate(string.Join(Path.PathSeparator, directory.At("bin"), ".", "", "bin", directory.Path), directory.Path).ShouldBeNull();
        GitProgram.Locate(directory.At("bin"), "/elsewhere").ShouldBe(directory.At("bin/git"));
    }

    private static void SetTraps(TemporaryDirectory directory, TemporaryDirectory marks)
    {
        foreach (var trap in Traps) directory.Git("config", trap, (trap.StartsWith("alias.", StringComparison.Ordinal) ? "!" : "") + $"touch {marks.At(trap)}; false");
        foreach (var (key, value) in new[] { ("log.showSignature", "true"), ("diff.evil.cachetextconv", "true"), ("core.hooksPath", directory.At("hooks")), ("core.untrackedCache", "true") }) directory.Git("config", key, value);
        foreach (var hook in new[] { "post-index-change", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman" })
        {
            directory.Write($"hooks/{hook}", $"#!/bin/sh\ntouch {marks.At(hook)}\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(directory.At($"hooks/{hook}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var mark in Directory.EnumerateFileSystemEntries(marks.Path)) File.Delete(mark);
    }

    private static string Snapshot(TemporaryDirectory directory) => string.Join('\n', Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(f => $"{f} {new FileInfo(f).Length} {File.GetLastWriteTimeUtc(f).Ticks}"));
}
