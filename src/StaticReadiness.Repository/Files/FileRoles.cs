namespace StaticReadiness.Repository.Files;

/// <summary>What a file is for; a file has one role, a rule names the roles it holds in.</summary>
[Flags]
public enum FileRoles
{
    None = 0,

    /// <summary>Code or configuration of the product itself.</summary>
    Application = 1,
    Test = 2,
    Example = 4,
    Documentation = 8,

    /// <summary>A database migration.</summary>
    Migration = 16,

    /// <summary>A script or tool beside the product: <c>scripts/</c>, <c>tools/</c>, <c>setup.py</c>, <c>noxfile.py</c>, benchmarks.</summary>
    Script = 32,
    Generated = 64,
    Vendored = 128,
    All = 255,
}
