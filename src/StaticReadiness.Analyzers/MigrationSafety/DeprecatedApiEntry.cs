using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>An API that its library has deprecated or removed.</summary>
/// <param name="Name">The qualified name of a module, class, function, method or constant.</param>
/// <param name="Package">The normalised distribution, or <c>python</c> for the standard library.</param>
/// <param name="Since">The version that deprecated it.</param>
/// <param name="Removed">The version that removed it; null while it is still there.</param>
/// <param name="Replacement">What to use instead; empty when there is nothing.</param>
internal sealed record DeprecatedApiEntry(string Name, string Package, PythonVersion Since, PythonVersion? Removed, string Replacement)
{
    /// <summary>The library as a reader knows it.</summary>
    public string Library => Package == "python" ? "Python" : Package;
}
