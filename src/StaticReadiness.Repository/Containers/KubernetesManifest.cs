using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Containers;

/// <summary>The workloads in a file of Kubernetes objects (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/).</summary>
public sealed class KubernetesManifest
{
    private static readonly HashSet<string> WorkloadKinds =
        ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob", "Pod"];

    /// <summary>Longer files are bundles of definitions that a tool wrote, in UTF-16 code units.</summary>
    private const int LengthLimit = 1024 * 1024;

    private KubernetesManifest(SourceText text, ImmutableArray<KubernetesWorkload> workloads, ImmutableArray<ConfigurationError> errors)
    {
        Text = text;
        Workloads = workloads;
        Errors = errors;
    }

    public SourceText Text { get; }

    public ImmutableArray<KubernetesWorkload> Workloads { get; }

    public ImmutableArray<ConfigurationError> Errors { get; }

    /// <summary>Whether a text looks like Kubernetes objects, cheaply and without parsing it.</summary>
    public static bool IsManifest(SourceText text)
    {
        if (text.Length > LengthLimit || !text.Content.Contains("apiVersion:", StringComparison.Ordinal)) return false;
        foreach (var raw in text.Content.AsSpan().EnumerateLines())
        {
            var line = raw.TrimStart(" -");
            if (line.StartsWith("kind:") && WorkloadKinds.Contains(line[5..].Trim(" \"'").ToString())) return !IsTemplate(text);
        }

        return false;
    }

    /// <summary>Whether a text is a template (Helm, Jinja) that only becomes YAML when it is rendered.</summary>
    public static bool IsTemplate(SourceText text)
    {
        var content = text.Content.AsSpan();
        for (var at = content.IndexOf("{{"); at >= 0; at += 2)
        {
            var line = content[..at].LastIndexOf('\n') + 1;
            // GitHub's `${{` stands inside a value; a quoted brace is a value as well.
            if ((at == 0 || content[at - 1] != '$') && !content[line..at].Contains('"') && !content[line..at].Contains('\'')) return true;
            var next = content[(at + 2)..].IndexOf("{{");
            if (next < 0) return false;
            at += next;
        }

        return content.Contains("{%", StringComparison.Ordinal);
    }

    public static KubernetesManifest Parse(SourceText text)
    {
        var documents = YamlDocuments.Parse(text);
        var workloads = ImmutableArray.CreateBuilder<KubernetesWorkload>();
        foreach (var root in documents.Roots.OfType<ConfigurationMapping>())
            foreach (var item in root.GetString("kind") == "List" && root.GetSequence("items") is { } items ? items.Mappings : [root])
                if (Read(text, item) is { } workload) workloads.Add(workload);
        return new KubernetesManifest(text, workloads.DrainToImmutable(), documents.Errors);
    }

    private static KubernetesWorkload? Read(SourceText text, ConfigurationMapping item)
    {
        if (item.GetString("kind") is not { } kind || !WorkloadKinds.Contains(kind) || !item.ContainsKey("apiVersion")) return null;
        var spec = kind switch
        {
            "Pod" => item.GetMapping("spec"),
            "CronJob" => item.GetMapping("spec", "jobTemplate", "spec", "template", "spec"),
            _ => item.GetMapping("spec", "template", "spec"),
        };
        if (spec is null) return null;
        var name = item.At("metadata", "name")?.AsText() ?? "";
        return new KubernetesWorkload(kind, name, item["kind"]!.Span, spec, ReadContainers(text, spec.GetSequence("containers")), ReadContainers(text, spec.GetSequence("initContainers")));
    }

    private static ImmutableArray<KubernetesContainer> ReadContainers(SourceText text, ConfigurationSequence? list) => list is null ? [] :
    [
        .. list.Mappings.Select(c => new KubernetesContainer(c["name"]?.AsText() ?? "", c["name"]?.Span ?? c.Span, c)
        {
            Commands = CommandValue.Read(text, c["command"], c["args"]),
            Environment = ReadEnvironment(c.GetSequence("env")),
        }),
    ];

    private static ImmutableArray<EnvironmentSetting> ReadEnvironment(ConfigurationSequence? list) => list is null ? [] :
    [
        .. from entry in list.Mappings
           let name = entry["name"]
           where name?.AsText() is not null
           let value = entry["value"] as ConfigurationScalar
           select new EnvironmentSetting(name.AsText()!, value?.Text, value?.Span ?? name.Span),
    ];
}
