namespace StaticReadiness.Repository.Files;

/// <summary>Why a file or a directory of the repository is not read.</summary>
public enum SkipReason
{
    /// <summary>A <c>.gitignore</c> excludes it and git does not track it.</summary>
    Ignored,

    /// <summary>The user's <c>--exclude</c> names it.</summary>
    Excluded,

    /// <summary>A directory or file of tools, caches, builds or version control.</summary>
    ByDefault,

    VirtualEnvironment,

    /// <summary>Another repository at a recorded commit.</summary>
    Submodule,

    /// <summary>Longer than the limit for its kind.</summary>
    TooLarge,

    /// <summary>A symbolic link: what it points to is read at its own place, or lies outside.</summary>
    Link,

    /// <summary>A pipe, socket or device.</summary>
    Special,

    /// <summary>The operating system refused: the analysis is incomplete.</summary>
    Unreadable,
}
