using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>Reads the hooks of <c>.pre-commit-config.yaml</c> (https://pre-commit.com/#adding-pre-commit-plugins-to-your-project).</summary>
internal static class PreCommitReader
{
    public static Pipeline Read(string path, SourceText text)
    {
        var builder = new PipelineBuilder(path, text, PipelineTool.PreCommit);
        var yaml = YamlDocuments.Parse(text);
        foreach (var repository in yaml.Mapping?.GetSequence("repos")?.Mappings ?? [])
        {
            var source = repository["repo"]?.AsText() ?? "";
            foreach (var hook in repository.GetSequence("hooks")?.Mappings ?? [])
            {
                if (hook["id"] is not ConfigurationScalar id) continue;
                builder.AddAction(source, id.Text, repository["rev"]?.AsText(), id.Span);
                if (source == "local") builder.AddScript(id.Text, hook["entry"]);
            }
        }

        return builder.Build(yaml.Errors);
    }
}
