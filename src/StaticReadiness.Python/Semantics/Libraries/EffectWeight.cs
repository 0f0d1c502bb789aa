namespace StaticReadiness.Python.Semantics;

/// <summary>How long a call typically takes: a memory lock or a local file (Light), a large file or a busy disk (Medium), a network or a process (Heavy).</summary>
public enum EffectWeight : byte { Light, Medium, Heavy }
