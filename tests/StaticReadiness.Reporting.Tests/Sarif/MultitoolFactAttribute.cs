namespace StaticReadiness.Reporting.Tests.Sarif;

/// <summary>A test that needs the official SARIF multitool and says so when it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MultitoolFactAttribute : FactAttribute
{
    public MultitoolFactAttribute()
    {
        if (Multitool.Path is null) Skip = "the SARIF multitool is not installed: put sarif-multitool on the PATH or name it in SARIF_MULTITOOL";
    }
}
