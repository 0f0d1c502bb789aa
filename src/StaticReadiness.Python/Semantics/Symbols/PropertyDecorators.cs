using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>The decorators that turn a method into an attribute whose reading runs it.</summary>
internal static class PropertyDecorators
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "builtins.property", "functools.cached_property", "abc.abstractproperty", "django.utils.functional.cached_property",
        "werkzeug.utils.cached_property", "sqlalchemy.ext.hybrid.hybrid_property", "pyramid.decorator.reify", "cached_property.cached_property",
    };

    public static bool IsProperty(ImmutableArray<string> decorators)
    {
        foreach (var decorator in decorators)
            if (Names.Contains(decorator)) return true;
        return false;
    }
}
