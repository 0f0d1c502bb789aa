using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Locks;

/// <summary>Reads a lock file of any kind but pinned requirements, which only their content tells from others.</summary>
public static class LockReader
{
    public static LockFile Read(LockKind kind, string path, SourceText text) => kind switch
    {
        LockKind.Poetry => PoetryLockReader.Read(path, text),
        LockKind.Uv => UvLockReader.Read(path, text),
        LockKind.Pdm => PdmLockReader.Read(path, text),
        LockKind.Pipenv => PipfileLockReader.Read(path, text),
        LockKind.Pylock => PylockReader.Read(path, text),
        LockKind.CondaLock => CondaLockReader.Read(path, text),
        _ => RequirementsLockReader.TryRead(path, text) ?? new LockFile { Path = path, Kind = LockKind.Requirements },
    };
}
