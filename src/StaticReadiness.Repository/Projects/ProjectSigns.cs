namespace StaticReadiness.Repository.Projects;

/// <summary>What the files of a project, its code aside, say about what it is for.</summary>
[Flags]
public enum ProjectSigns
{
    None = 0,

    /// <summary>It has a name under which it can be built and installed.</summary>
    Packaged = 1,

    /// <summary>A pipeline uploads it to a package index.</summary>
    Published = 2,

    /// <summary>Installing it installs commands.</summary>
    ConsoleScripts = 4,

    /// <summary>It depends on a library for command lines.</summary>
    CommandLineLibrary = 8,

    /// <summary>A deployment file starts a server, worker or scheduler.</summary>
    ServerProcess = 16,

    /// <summary>There are container, platform or unit files for it.</summary>
    DeploymentFiles = 32,

    /// <summary>It has a <c>manage.py</c>.</summary>
    DjangoProject = 64,

    /// <summary>Its metadata says that it is a library.</summary>
    LibraryClassifier = 128,

    /// <summary>Its metadata says that applications are built on it.</summary>
    FrameworkClassifier = 256,

    /// <summary>Its metadata says that it is a program for a terminal.</summary>
    ConsoleClassifier = 512,

    /// <summary>Its metadata says that it is not to be packaged or uploaded.</summary>
    NotPackaged = 1024,

    /// <summary>Most of its code is in notebooks.</summary>
    Notebooks = 2048,
}
