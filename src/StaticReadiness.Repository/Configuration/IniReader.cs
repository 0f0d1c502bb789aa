using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>Reads line by line after the documentation of configparser: a deeper indent continues a value, comments stand on lines of their own.</summary>
internal sealed class IniReader(SourceText text)
{
    private readonly ConfigurationMapping root = new(default);
    private readonly List<ConfigurationError> errors = [];
    private readonly List<string> lines = [];
    private ConfigurationMapping? section;
    private string? option;
    private TextSpan optionSpan;
    private TextSpan valueSpan;
    private int indent;

    public IniText Read()
    {
        for (var line = 0; line < text.LineCount; line++) ReadLine(text.GetLineSpan(line));
        CloseOption();
        return new IniText(text, root, [.. errors]);
    }

    private void ReadLine(TextSpan line)
    {
        var start = line.Start;
        while (start < line.End && char.IsWhiteSpace(text[start])) start++;
        var end = line.End;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        var content = TextSpan.FromBounds(start, end);
        if (content.IsEmpty)
        {
            if (option is not null) lines.Add("");
            return;
        }

        if (text[start] is '#' or ';') return;
        if (option is not null && start - line.Start > indent)
        {
            lines.Add(text.ToString(content));
            valueSpan = TextSpan.FromBounds(valueSpan.IsEmpty ? content.Start : valueSpan.Start, content.End);
            return;
        }

        CloseOption();
        indent = start - line.Start;
        if (text[start] == '[' && text.Content.LastIndexOf(']', end - 1, end - start) is var close && close > start + 1) OpenSection(TextSpan.FromBounds(start + 1, close));
        else OpenOption(content);
    }

    private void OpenSection(TextSpan name)
    {
        var key = text.ToString(name);
        if (root[key] is ConfigurationMapping existing)
        {
            if (key != "DEFAULT") errors.Add(new ConfigurationError($"the section `{key}` stands twice", name));
            section = existing;
            return;
        }

        section = new ConfigurationMapping(name);
        root.Add(key, name, section);
    }

    private void OpenOption(TextSpan content)
    {
        if (section is null)
        {
            errors.Add(new ConfigurationError("an option stands before the first section", content));
            section = new ConfigurationMapping(content);
            root.Add("", content, section);
        }

        var delimiter = text.Content.AsSpan(content.Start, content.Length).IndexOfAny('=', ':');
        if (delimiter == 0)
        {
            errors.Add(new ConfigurationError("an option has no name", content));
            return;
        }

        if (delimiter < 0) errors.Add(new ConfigurationError($"`{text.ToString(content)}` has neither `=` nor `:`", content));
        var nameEnd = delimiter < 0 ? content.End : content.Start + delimiter;
        while (char.IsWhiteSpace(text[nameEnd - 1])) nameEnd--;
        optionSpan = TextSpan.FromBounds(content.Start, nameEnd);
        option = text.ToString(optionSpan).ToLowerInvariant();
        var valueStart = delimiter < 0 ? content.End : content.Start + delimiter + 1;
        while (valueStart < content.End && char.IsWhiteSpace(text[valueStart])) valueStart++;
        valueSpan = TextSpan.FromBounds(valueStart, content.End);
        lines.Add(text.ToString(valueSpan));
    }

    private void CloseOption()
    {
        if (option is null) return;
        if (section!.ContainsKey(option)) errors.Add(new ConfigurationError($"the option `{option}` stands twice in its section", optionSpan));
        else section.Add(option, optionSpan, ConfigurationScalar.FromString(string.Join('\n', lines).TrimEnd(), valueSpan));
        option = null;
        lines.Clear();
    }
}
