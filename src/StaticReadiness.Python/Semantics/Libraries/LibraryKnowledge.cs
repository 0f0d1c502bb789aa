using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>What is known about libraries: class hierarchies, result types, what blocks and what moves work elsewhere. Filled from tables, then read by many threads.</summary>
public sealed class LibraryKnowledge
{
    private const string AllMembers = ".*";
    private const string AllBelow = ".**";

    private readonly Dictionary<string, string> canonicalNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeExpression> returns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeExpression> attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeExpression> elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> decorated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LibraryEffect> effects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LibraryEffect> memberEffects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LibraryEffect> nestedEffects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LibraryOffload> offloads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> openers = new(StringComparer.Ordinal);
    private readonly HashSet<string> openersLastNames = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> orders = new(StringComparer.Ordinal);

    public LibraryKnowledge()
    {
    }

    private LibraryKnowledge(LibraryKnowledge other)
    {
        canonicalNames = new(other.canonicalNames, StringComparer.Ordinal);
        bases = new(other.bases, StringComparer.Ordinal);
        returns = new(other.returns, StringComparer.Ordinal);
        attributes = new(other.attributes, StringComparer.Ordinal);
        elements = new(other.elements, StringComparer.Ordinal);
        decorated = new(other.decorated, StringComparer.Ordinal);
        effects = new(other.effects, StringComparer.Ordinal);
        memberEffects = new(other.memberEffects, StringComparer.Ordinal);
        nestedEffects = new(other.nestedEffects, StringComparer.Ordinal);
        offloads = new(other.offloads, StringComparer.Ordinal);
        openers = new(other.openers, StringComparer.Ordinal);
        openersLastNames = new(other.openersLastNames, StringComparer.Ordinal);
    }

    /// <summary>No knowledge at all.</summary>
    public static LibraryKnowledge Empty { get; } = new();

    /// <summary>This knowledge and one's own, which wins.</summary>
    public LibraryKnowledge With(IReadOnlyCollection<LibraryEffect> ownEffects, IReadOnlyCollection<LibraryOffload> ownOffloads, IReadOnlyCollection<LibraryType> ownTypes)
    {
        if (ownEffects.Count + ownOffloads.Count + ownTypes.Count == 0) return this;
        var knowledge = new LibraryKnowledge(this);
        foreach (var type in ownTypes) type.AddTo(knowledge);
        foreach (var effect in ownEffects) knowledge.AddEffect(effect);
        foreach (var offload in ownOffloads) knowledge.AddOffload(offload);
        return knowledge;
    }

    /// <summary>Makes a longer path of a library a synonym of the public one: <c>requests.sessions.Session</c> of <c>requests.Session</c>.</summary>
    public void AddAlias(string alias, string canonicalName) => canonicalNames[alias] = canonicalName;

    public void AddClass(string name, ImmutableArray<string> baseNames) => bases[name] = baseNames;

    /// <summary>The result of a function or method; of <c>C.__enter__</c>, <c>C.__call__</c>, <c>C.__await__</c> … that of the protocol.</summary>
    public void AddReturn(string name, TypeExpression type) => returns[name] = type;

    /// <summary>The type of an attribute or of a module's variable.</summary>
    public void AddAttribute(string name, TypeExpression type) => attributes[name] = type;

    /// <summary>What iterating over instances of a class gives.</summary>
    public void AddElement(string className, TypeExpression type) => elements[className] = type;

    /// <summary>The class of the object that a decorator puts in the function's place.</summary>
    public void AddDecorated(string decorator, string className) => decorated[decorator] = className;

    /// <summary>A function, method or class whose call opens a file, a connection or a client that keeps some.</summary>
    public void AddOpener(string name)
    {
        openers[name] = name;
        openersLastNames.Add(name[(name.LastIndexOf('.') + 1)..]);
    }

    public void AddEffect(LibraryEffect effect)
    {
        var pattern = effect.Pattern;
        if (pattern.EndsWith(AllBelow, StringComparison.Ordinal)) nestedEffects[pattern[..^AllBelow.Length]] = effect;
        else if (pattern.EndsWith(AllMembers, StringComparison.Ordinal)) memberEffects[pattern[..^AllMembers.Length]] = effect;
        else effects[pattern] = effect;
    }

    public void AddOffload(LibraryOffload offload) => offloads[offload.Name] = offload;

    /// <summary>The public name of a library's function or class.</summary>
    public string GetCanonicalName(string name) => canonicalNames.GetValueOrDefault(name, name);

    public bool IsClass(string name) => bases.ContainsKey(name);

    /// <summary>The class and all its known bases, nearest first.</summary>
    public ImmutableArray<string> GetOrder(string className)
    {
        if (!bases.ContainsKey(className)) return [className];
        return orders.GetOrAdd(className, static (name, knowledge) => knowledge.ComputeOrder(name), this);
    }

    public bool IsSubclassOf(string className, string baseName)
    {
        if (className == baseName) return true;
        return bases.ContainsKey(className) && GetOrder(className).Contains(baseName);
    }

    public TypeExpression? FindReturn(string name) => FindInherited(returns, name);

    public TypeExpression? FindReturn(string className, string method) => FindInherited(returns, className, method);

    public TypeExpression? FindAttribute(string name) => FindInherited(attributes, name);

    public TypeExpression? FindElement(string className)
    {
        foreach (var name in GetOrder(className))
            if (elements.TryGetValue(name, out var element)) return element;
        return null;
    }

    public string? FindDecorated(string decorator) => FindInherited(decorated, decorator);

    /// <summary>True when a table lists the member for the class itself.</summary>
    public bool DeclaresMember(string className, string member)
    {
        var name = className + "." + member;
        return returns.ContainsKey(name) || attributes.ContainsKey(name) || effects.ContainsKey(name);
    }

    public bool Opens(string name) => FindInherited(openers, name) is not null;

    /// <summary>False when no function of that last name opens anything, which spares resolving it.</summary>
    internal bool MayOpen(string lastName) => openersLastNames.Contains(lastName);

    public LibraryOffload? FindOffload(string name) => FindInherited(offloads, name);

    /// <summary>What a call of the function or method does, or null when nothing is known of it.</summary>
    /// <param name="name">A canonical qualified name such as <c>requests.get</c> or <c>httpx.Client.get</c>.</param>
    public LibraryEffect? FindEffect(string name)
    {
        var effect = FindListed(name);
        // a row may say that something is harmless which a wider row says is not
        return effect is null or { Kind: EffectKinds.None } ? null : effect;
    }

    private LibraryEffect? FindListed(string name)
    {
        if (effects.TryGetValue(name, out var exact)) return exact;
        var dot = name.LastIndexOf('.');
        if (dot <= 0) return null;
        if (bases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name.AsSpan(0, dot), out var className, out _))
        {
            if (FindInheritedEffect(className, name[(dot + 1)..]) is { } inherited) return inherited;
        }
        else if (name[dot + 1] != '_' && memberEffects.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name.AsSpan(0, dot), out var any))
        {
            return any;
        }

        var nested = nestedEffects.GetAlternateLookup<ReadOnlySpan<char>>();
        for (; dot > 0; dot = name.LastIndexOf('.', dot - 1))
            if (nested.TryGetValue(name.AsSpan(0, dot), out var below)) return below;
        return null;
    }

    private LibraryEffect? FindInheritedEffect(string className, string member)
    {
        foreach (var owner in GetOrder(className))
        {
            if (effects.TryGetValue(owner + "." + member, out var inherited)) return inherited;
            if (member[0] != '_' && memberEffects.TryGetValue(owner, out var any)) return any;
        }

        return null;
    }

    private T? FindInherited<T>(Dictionary<string, T> table, string name) where T : class
    {
        if (table.TryGetValue(name, out var exact)) return exact;
        var dot = name.LastIndexOf('.');
        return dot > 0 && bases.ContainsKey(name[..dot]) ? FindInherited(table, name[..dot], name[(dot + 1)..]) : null;
    }

    private T? FindInherited<T>(Dictionary<string, T> table, string className, string member) where T : class
    {
        foreach (var owner in GetOrder(className))
            if (table.TryGetValue(owner + "." + member, out var found)) return found;
        return null;
    }

    private ImmutableArray<string> ComputeOrder(string name)
    {
        var order = new List<string>();
        Append(name);
        return [.. order];

        void Append(string current)
        {
            if (order.Contains(current)) return;
            order.Add(current);
            if (bases.TryGetValue(current, out var direct))
                foreach (var item in direct) Append(item);
        }
    }
}
