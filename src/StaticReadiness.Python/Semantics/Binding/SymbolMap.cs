namespace StaticReadiness.Python.Semantics;

/// <summary>
/// The symbols of a scope by name, in the order of their first appearance. Most scopes have a handful, which are looked
/// through sooner than a name is hashed, and in a third of the memory; a scope with many has an index.
/// </summary>
internal struct SymbolMap
{
    private const int MostWithoutIndex = 8;

    private Symbol[]? items;
    private int count;
    private Dictionary<string, Symbol>? index;

    public readonly ReadOnlySpan<Symbol> Items => items.AsSpan(0, count);

    public readonly IReadOnlyCollection<Symbol> AsCollection() => new ArraySegment<Symbol>(items ?? [], 0, count);

    public readonly Symbol? Find(string name)
    {
        if (index is not null) return index.GetValueOrDefault(name);
        foreach (var item in Items)
            if (string.Equals(item.Name, name)) return item;
        return null;
    }

    /// <summary>Adds the symbol of a name that has none yet.</summary>
    public void Add(Symbol symbol)
    {
        items ??= new Symbol[4];
        if (count == items.Length) Array.Resize(ref items, count * 2);
        items[count++] = symbol;
        if (index is not null) index.Add(symbol.Name, symbol);
        else if (count > MostWithoutIndex) BuildIndex();
    }

    public void Remove(string name)
    {
        if (items is null || Array.FindIndex(items, 0, count, item => item.Name == name) is not (>= 0 and var place)) return;
        Array.Copy(items, place + 1, items, place, --count - place);
        items[count] = null!;
        index?.Remove(name);
    }

    private void BuildIndex()
    {
        index = new Dictionary<string, Symbol>(items!.Length, StringComparer.Ordinal);
        foreach (var item in Items) index.Add(item.Name, item);
    }
}
