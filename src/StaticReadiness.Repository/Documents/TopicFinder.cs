using System.Collections.Frozen;

namespace StaticReadiness.Repository.Documents;

/// <summary>Tells what a document covers from its headings and from the commands it shows.</summary>
public static class TopicFinder
{
    /// <summary>The beginnings of words in headings; the longest documents name their subject there.</summary>
    private static readonly (string Stem, DocumentTopics Topic)[] HeadingStems =
    [
        ("install", DocumentTopics.Install), ("setup", DocumentTopics.Install), ("set-up", DocumentTopics.Install), ("getting", DocumentTopics.Install | DocumentTopics.Run), ("quickstart", DocumentTopics.Install | DocumentTopics.Run),
        ("quick", DocumentTopics.Run), ("usage", DocumentTopics.Run), ("using", DocumentTopics.Run), ("run", DocumentTopics.Run), ("start", DocumentTopics.Run), ("tutorial", DocumentTopics.Run), ("example", DocumentTopics.Run),
        ("test", DocumentTopics.Test), ("configur", DocumentTopics.Configure), ("setting", DocumentTopics.Configure), ("environment", DocumentTopics.Configure), ("deploy", DocumentTopics.Deploy), ("production", DocumentTopics.Deploy),
        ("hosting", DocumentTopics.Deploy), ("docker", DocumentTopics.Deploy), ("kubernetes", DocumentTopics.Deploy), ("operat", DocumentTopics.Operate), ("monitor", DocumentTopics.Operate), ("backup", DocumentTopics.Operate),
        ("troubleshoot", DocumentTopics.Operate), ("runbook", DocumentTopics.Operate), ("logging", DocumentTopics.Operate), ("observab", DocumentTopics.Operate), ("health", DocumentTopics.Operate), ("scaling", DocumentTopics.Operate),
        ("contribut", DocumentTopics.Contribute), ("develop", DocumentTopics.Contribute), ("licen", DocumentTopics.Licence), ("security", DocumentTopics.Security), ("vulnerab", DocumentTopics.Security), ("upgrad", DocumentTopics.Upgrade),
        ("migrat", DocumentTopics.Upgrade), ("updat", DocumentTopics.Upgrade), ("maint", DocumentTopics.Operate),
    ];

    private static readonly FrozenDictionary<string, DocumentTopics> Programs = new (string[] Names, DocumentTopics Topic)[]
    {
        (["pytest", "py.test", "tox", "nox", "unittest", "nosetests"], DocumentTopics.Test),
        (["uvicorn", "gunicorn", "flask", "hypercorn", "daphne", "fastapi", "docker-compose", "streamlit", "celery"], DocumentTopics.Run),
        (["kubectl", "helm"], DocumentTopics.Deploy),
        (["pipx", "conda", "brew", "apt-get"], DocumentTopics.Install),
        (["uvx"], DocumentTopics.Install | DocumentTopics.Run),
    }.SelectMany(row => row.Names.Select(name => KeyValuePair.Create(name, row.Topic))).ToFrozenDictionary();

    /// <summary>The topics of the headings and commands of a document.</summary>
    public static DocumentTopics Find(Document document)
    {
        var topics = DocumentTopics.None;
        foreach (var heading in document.Headings) topics |= FindInHeading(heading.Title);
        foreach (var block in document.CodeBlocks)
        {
            // Code of a library in a README is how it is used.
            if (block.Language is CodeLanguage.Python or CodeLanguage.PythonConsole) topics |= DocumentTopics.Run;
            foreach (var command in block.Commands) topics |= FindInCommand(command.Program, command.Arguments.Select(a => a.Text).ToList());
        }

        return topics;
    }

    private static DocumentTopics FindInHeading(string title)
    {
        var topics = DocumentTopics.None;
        foreach (var word in title.Split([' ', '/', ',', '&', ':', '(', ')', '`', '*', '_', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries))
            foreach (var (stem, topic) in HeadingStems)
                if (word.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) topics |= topic;
        return topics;
    }

    private static DocumentTopics FindInCommand(string program, List<string> arguments)
    {
        if (Programs.TryGetValue(program, out var topic)) return topic;
        var first = arguments.Find(a => !a.StartsWith('-')) ?? "";
        return (program, first) switch
        {
            ("pip" or "pip3" or "poetry" or "pdm" or "pipenv" or "uv" or "apt" or "npm", "install" or "add" or "sync" or "pip" or "tool") => DocumentTopics.Install,
            ("docker" or "podman", "run" or "compose" or "start") => DocumentTopics.Run,
            ("make" or "just" or "hatch" or "task", _) when first.Contains("test", StringComparison.Ordinal) => DocumentTopics.Test,
            ("make" or "just" or "task", _) when first.StartsWith("run", StringComparison.Ordinal) || first is "up" or "start" or "serve" or "dev" => DocumentTopics.Run,
            ("python" or "python3" or "manage.py" or "./manage.py", _) when arguments.Contains("test") => DocumentTopics.Test,
            ("python" or "python3" or "manage.py" or "./manage.py", _) => DocumentTopics.Run,
            _ => DocumentTopics.None,
        };
    }
}
