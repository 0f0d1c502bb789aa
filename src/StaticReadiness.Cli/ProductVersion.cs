using System.Reflection;

namespace StaticReadiness.Cli;

/// <summary>The version the build gave the assembly.</summary>
internal static class ProductVersion
{
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
