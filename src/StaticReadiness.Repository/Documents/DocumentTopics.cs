namespace StaticReadiness.Repository.Documents;

/// <summary>What documents tell their reader.</summary>
[Flags]
public enum DocumentTopics
{
    None = 0,
    Install = 1,
    Run = 2,
    Test = 4,
    Configure = 8,
    Deploy = 16,
    Operate = 32,
    Contribute = 64,
    Licence = 128,
    Security = 256,
    Upgrade = 512,
}
