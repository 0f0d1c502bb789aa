namespace StaticReadiness.Cli.Tests;

/// <summary>A test about permissions, which neither a superuser nor Windows has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) Skip = "a superuser may read everything";
    }
}
