using System.Collections.Frozen;

namespace StaticReadiness.Python.Semantics;

/// <summary>One thing known of a library's types.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Name">The qualified name it is about.</param>
/// <param name="Value">The type, for a class its bases, for an alias the public name, for what opens a file or connection what that is.</param>
public sealed record LibraryType(string Kind, string Name, string Value)
{
    /// <summary>The words a kind is written with.</summary>
    public static FrozenSet<string> Kinds { get; } = ["alias", "class", "returns", "attribute", "element", "decorated", "opens"];

    /// <summary>Adds it to what is known.</summary>
    /// <exception cref="FormatException">The kind is none, or the type cannot be read.</exception>
    public void AddTo(LibraryKnowledge knowledge)
    {
        switch (Kind)
        {
            case "alias": knowledge.AddAlias(Name, Value); break;
            case "class": knowledge.AddClass(Name, Value.Length == 0 ? [] : [.. Value.Split(' ')]); break;
            case "returns": knowledge.AddReturn(Name, TypeExpression.Parse(Value)); break;
            case "attribute": knowledge.AddAttribute(Name, TypeExpression.Parse(Value)); break;
            case "element": knowledge.AddElement(Name, TypeExpression.Parse(Value)); break;
            case "opens": knowledge.AddOpener(Name); break;
            case "decorated": knowledge.AddDecorated(Name, Value); break;
            default: throw new FormatException($"`{Kind}` is no kind of entry");
        }
    }
}
