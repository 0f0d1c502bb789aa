namespace StaticReadiness.Repository.Locks;

/// <summary>The kinds of file that pin a whole resolution.</summary>
public enum LockKind : byte { Poetry, Uv, Pdm, Pipenv, Pylock, Requirements, CondaLock }
