namespace StaticReadiness.Repository.Manifests;

/// <summary>The kinds of file that declare dependencies.</summary>
public enum ManifestKind : byte { Requirements, Pyproject, SetupCfg, SetupPy, Pipfile, Conda, Tox, Nox }
