namespace StaticReadiness.Analysis.Suppression;

/// <summary>A tool whose suppression comments are understood.</summary>
internal enum PeerTool
{
    /// <summary>Flake8 and Ruff: <c># noqa: S110</c>.</summary>
    Noqa,

    /// <summary>Bandit: <c># nosec B110</c>.</summary>
    Bandit,

    /// <summary>Pylint: <c># pylint: disable=broad-except</c>.</summary>
    Pylint,

    /// <summary>Type checkers: <c># type: ignore[code]</c>.</summary>
    TypeChecker,

    /// <summary>deptry: <c># deptry: ignore[DEP001]</c>.</summary>
    Deptry,
}
