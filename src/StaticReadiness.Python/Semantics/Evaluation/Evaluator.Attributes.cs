using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    private Value? EvaluateAttribute(Syntax.Attribute attribute, Scope scope)
    {
        var owner = Evaluate(attribute.Value, scope);
        var name = attribute.Name.StartsWith("__", StringComparison.Ordinal) ? NameMangling.Mangle(attribute.Name, scope.PrivatePrefix) : attribute.Name;
        return owner is null ? null : GetMember(owner, name, scope);
    }

    /// <summary>The attribute of a value, with properties read.</summary>
    public Value? GetMember(Value owner, string name, Scope scope)
    {
        switch (owner.Kind)
        {
            case ValueKind.Module:
                return scope.Root.Declared is ModuleSymbol importer ? GetModuleMember(owner, name, importer) : null;
            case ValueKind.External:
                return GetMemberOfExternal(owner, name);
            case ValueKind.Instance when name == "__class__":
                return owner.Class is not null ? Value.OfClass(owner.Class) : Value.OfClass(owner.Name);
            case ValueKind.Instance or ValueKind.Class:
                return owner.Class is not null ? GetMemberOfClass(owner.Class, owner, name, skipOwn: false) : GetMemberOfLibraryClass(owner.Name, name, owner);
            case ValueKind.Super:
                return GetMemberOfClass(owner.Class!, owner.Receiver, name, skipOwn: true);
            case ValueKind.Union:
                return Distribute(owner, alternative => GetMember(alternative, name, scope));
            case ValueKind.Function when name is "__wrapped__" or "__func__":
                return owner;
            case ValueKind.Function when owner.Function is { } function && FindTaskWrapper(function) is { } wrapper:
                return Value.OfExternal(wrapper + "." + name);
            case ValueKind.Partial when name == "func":
                return owner.GetArgument(0);
            default:
                return null;
        }
    }

    private Value? GetMemberOfExternal(Value owner, string name)
    {
        // an attribute of a library object whose type is known is looked up in that type
        if (knowledge.FindAttribute(owner.Name) is { } type && Apply(type, owner.Receiver ?? owner, call: null, scope: null) is { } value) return GetMemberOfLibraryClass(value.Name, name, value);
        return Value.OfExternal(knowledge.GetCanonicalName(owner.Name + "." + name), owner.Receiver);
    }

    private Value GetMemberOfLibraryClass(string className, string name, Value receiver) => Value.OfExternal(className + "." + name, receiver);

    /// <summary>Looks an attribute up along the method resolution order (language reference §3.3.2).</summary>
    private Value? GetMemberOfClass(ClassSymbol @class, Value? receiver, string name, bool skipOwn)
    {
        string? library = null;
        foreach (var reference in @class.Mro)
        {
            if (skipOwn && reference.Symbol == @class) continue;
            if (reference.Symbol is { } owner)
            {
                if (FindOwnMember(owner, name) is { } member) return ReferenceEquals(member, Unknown) ? null : Bind((Value)member, receiver);
                continue;
            }

            if (reference.QualifiedName == "builtins.object") continue;
            if (knowledge.DeclaresMember(reference.QualifiedName, name)) return Value.OfExternal(reference.QualifiedName + "." + name, receiver);
            library ??= reference.QualifiedName;
        }

        return library is null || !@class.HasKnownBases ? null : Value.OfExternal(library + "." + name, receiver);
    }

    /// <summary>The attribute that a class of the project itself gives, <see cref="Unknown"/> when it gives one of unknown type, or null.</summary>
    internal object? FindOwnMember(ClassSymbol @class, string name)
    {
        if (@class.CachedMembers.TryGetValue(name, out var cached)) return cached;
        var inBody = @class.Scope.Find(name) is { BindingCount: > 0, IsInlined: false } symbol ? symbol : null;
        var assigned = @class.Attributes.TryGetValue(name, out var bindings);
        if (inBody is null && !assigned) return null;
        var context = EvaluationContext.Current;
        var key = bindings.IsDefaultOrEmpty ? (object)inBody! : bindings[0].Target;
        if (!context.TryEnter(key, out var placeholder)) return placeholder ?? Unknown;
        Value? value = Value.None;
        var isDeclared = false;
        if (inBody is not null)
        {
            value = GetVariable(inBody);
            isDeclared = value is not null && inBody.Bindings.Any(b => b is AnnAssign);
        }

        if (!isDeclared && assigned)
            foreach (var binding in bindings)
            {
                value = Join(value, EvaluateAttributeBinding(binding));
                if (value is null) break;
            }

        var result = value ?? Unknown;
        @class.CachedMembers.TryAdd(name, context.Exit() ? result : Unknown);
        return result;
    }

    private Value? EvaluateAttributeBinding(AttributeBinding binding)
    {
        var scope = binding.Method.Scope;
        if (binding.Statement is AnnAssign declaration) return EvaluateAnnotation(declaration.Annotation, scope);
        return binding.Statement is AugAssign ? Value.None : EvaluateTarget(binding.Target, scope);
    }

    /// <summary>What reading a member of a class through an object gives: functions become methods, properties are read.</summary>
    private Value? Bind(Value member, Value? receiver)
    {
        if (member.Kind != ValueKind.Function || member.Function is not { ContainingClass: not null } function || receiver is null) return member;
        if (function.IsStaticMethod) return member;
        if (receiver.IsInstance && function.IsProperty) return GetReturn(function, receiver);
        return Value.OfFunction(function, receiver);
    }
}
