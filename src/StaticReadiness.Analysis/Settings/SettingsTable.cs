using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Analysis.Settings;

/// <summary>A table of a settings file, read key by key: a value of the wrong type is an error, and so is every key nobody asked for.</summary>
/// <param name="name">The table's name in messages; empty for the root.</param>
internal sealed class SettingsTable(ConfigurationMapping table, string name, SettingsErrors errors)
{
    private readonly HashSet<string> known = [];

    public string Name => name;

    public IEnumerable<ConfigurationEntry> Entries => table.Entries;

    public ImmutableArray<string> Strings(string key)
    {
        if (Find(key) is not { } entry) return [];
        if (entry.Value is ConfigurationSequence list && list.Items.All(item => item.AsString() is not null)) return [.. list.Items.Select(item => item.AsString()!)];
        Refuse(entry, "a list of strings");
        return [];
    }

    public string? Text(string key)
    {
        if (Find(key) is not { } entry) return null;
        if (entry.Value.AsString() is { } text) return text;
        Refuse(entry, "a string");
        return null;
    }

    public bool? Flag(string key)
    {
        if (Find(key) is not { } entry) return null;
        if ((entry.Value as ConfigurationScalar)?.Boolean is { } flag) return flag;
        Refuse(entry, "true or false");
        return null;
    }

    public double? Number(string key, double minimum, double maximum)
    {
        if (Find(key) is not { } entry) return null;
        if ((entry.Value as ConfigurationScalar)?.Number is { } number && number >= minimum && number <= maximum) return number;
        Refuse(entry, string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"));
        return null;
    }

    public int? Integer(string key, int minimum, int maximum)
    {
        if (Find(key) is not { } entry) return null;
        if ((entry.Value as ConfigurationScalar)?.Integer is { } number && number >= minimum && number <= maximum) return (int)number;
        Refuse(entry, string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"));
        return null;
    }

    /// <summary>One of several words.</summary>
    public string? Choice(string key, params ReadOnlySpan<string> words)
    {
        if (Find(key) is not { } entry) return null;
        if (entry.Value.AsString() is { } text && words.Contains(text)) return text;
        Refuse(entry, $"one of {string.Join(", ", words!)}" + NearestWord.Suggest(entry.Value.AsString() ?? "", words.ToArray()));
        return null;
    }

    /// <summary>A table in this one; null when absent.</summary>
    public SettingsTable? Table(string key)
    {
        if (Find(key) is not { } entry) return null;
        if (entry.Value is ConfigurationMapping mapping) return new SettingsTable(mapping, Qualify(key), errors);
        Refuse(entry, "a table");
        return null;
    }

    /// <summary>The tables that <c>[[key]]</c> lists.</summary>
    public ImmutableArray<SettingsTable> TableList(string key)
    {
        if (Find(key) is not { } entry) return [];
        if (entry.Value is ConfigurationSequence list && list.Items.All(item => item is ConfigurationMapping))
            return [.. list.Items.Select(item => new SettingsTable((ConfigurationMapping)item, Qualify(key), errors))];
        Refuse(entry, $"a list of tables: write `[[{Qualify(key)}]]`");
        return [];
    }

    public bool Has(string key) => table.FindEntry(key) is not null;

    /// <summary>The tables in this one whose keys the user chose.</summary>
    public IEnumerable<(ConfigurationEntry Entry, SettingsTable Table)> Tables()
    {
        foreach (var entry in table.Entries)
            if (Table(entry.Key) is { } child) yield return (entry, child);
    }

    /// <summary>The keys the user chose, each with a string.</summary>
    public IEnumerable<(ConfigurationEntry Entry, string Text)> Texts()
    {
        foreach (var entry in table.Entries)
            if (Text(entry.Key) is { } text) yield return (entry, text);
    }

    public void Error(ConfigurationEntry entry, string message) => errors.Add(entry.KeySpan, message);

    public void ErrorAt(string key, string message)
    {
        if (table.FindEntry(key) is { } entry) errors.Add(entry.Value.Span, message);
        else errors.Add(table.Span, message);
    }

    /// <summary>Refuses all keys that were not asked for.</summary>
    public void Close()
    {
        foreach (var entry in table.Entries)
            if (!known.Contains(entry.Key)) errors.Add(entry.KeySpan, $"`{Qualify(entry.Key)}` is no setting{NearestWord.Suggest(entry.Key, known)}");
    }

    private ConfigurationEntry? Find(string key)
    {
        known.Add(key);
        return table.FindEntry(key);
    }

    private void Refuse(ConfigurationEntry entry, string expected) => errors.Add(entry.Value.Span, $"`{Qualify(entry.Key)}` must be {expected}");

    private string Qualify(string key) => name.Length == 0 ? key : $"{name}.{key}";
}
