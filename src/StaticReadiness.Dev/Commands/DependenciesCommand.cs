using System.CommandLine;
using System.Text.Json;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev dependencies PATH</c>: what a repository declares and pins, as JSON.</summary>
internal static class DependenciesCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "The repository's root." };
        var command = new Command("dependencies", "Print the manifests, locks and notices of a repository as JSON.") { path };
        command.SetAction(result => Run(result.GetValue(path)!));
        return command;
    }

    private static int Run(string path)
    {
        var files = RepositoryFiles.Open(path);
        var model = DependencyModel.Read(files);
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteStartArray("manifests");
        foreach (var manifest in model.Manifests) Write(writer, manifest);
        writer.WriteEndArray();
        writer.WriteStartArray("locks");
        foreach (var found in model.Locks) Write(writer, found, files);
        writer.WriteEndArray();
        writer.WriteStartArray("notices");
        foreach (var notice in model.Notices) writer.WriteStringValue($"{notice.File}:{notice.Line}: {notice.Message}");
        writer.WriteEndArray();
        writer.WriteEndObject();
        return 0;
    }

    private static void Write(Utf8JsonWriter writer, Manifest manifest)
    {
        writer.WriteStartObject();
        writer.WriteString("path", manifest.Path);
        writer.WriteString("kind", manifest.Kind.ToString());
        writer.WriteString("name", manifest.ProjectName);
        writer.WriteString("version", manifest.ProjectVersion);
        writer.WriteString("requiresPython", manifest.RequiresPython);
        writer.WriteStartArray("includes");
        foreach (var include in manifest.Includes) writer.WriteStringValue(include.Path);
        writer.WriteEndArray();
        writer.WriteStartArray("dependencies");
        foreach (var declared in manifest.Dependencies)
        {
            writer.WriteStartObject();
            writer.WriteString("name", declared.Name);
            writer.WriteString("constraint", declared.Constraint.Text);
            writer.WriteString("group", declared.Group.ToString());
            writer.WriteString("groupName", declared.Group.Name);
            writer.WriteString("source", declared.Source.Kind.ToString());
            if (declared.Marker is not null) writer.WriteString("marker", declared.Marker.ToString());
            if (!declared.Extras.IsEmpty) writer.WriteString("extras", string.Join(',', declared.Extras));
            if (declared.IsConstraintOnly) writer.WriteBoolean("constraintOnly", value: true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LockFile found, RepositoryFiles files)
    {
        writer.WriteStartObject();
        writer.WriteString("path", found.Path);
        writer.WriteString("kind", found.Kind.ToString());
        if (IsFresh(found, files) is { } fresh) writer.WriteBoolean("fresh", fresh);
        writer.WriteStartArray("packages");
        foreach (var package in found.Packages)
        {
            writer.WriteStartObject();
            writer.WriteString("name", package.Name);
            writer.WriteString("version", package.VersionText);
            writer.WriteNumber("hashes", package.Hashes.Length);
            writer.WriteString("requiredBy", string.Join(',', package.RequiredBy));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static bool? IsFresh(LockFile found, RepositoryFiles files)
    {
        var manifest = found.Kind switch { LockKind.Poetry or LockKind.Pdm => "pyproject.toml", LockKind.Pipenv => "Pipfile", _ => null };
        if (manifest is null || found.ContentHash is null) return null;
        var path = found.Path[..(found.Path.LastIndexOf('/') + 1)] + manifest;
        if (files.TryGet(path)?.ReadText().ValueOrDefault() is not { } text) return null;
        return ContentHash.Matches(found, TomlDocument.Parse(text).Root);
    }
}
