namespace StaticReadiness.Repository.Projects;

/// <summary>Gathers signs, each with the first clause that shows it.</summary>
internal sealed class SignCollector
{
    public ProjectSigns Signs { get; private set; }

    public List<(ProjectSigns Sign, string Clause)> Evidence { get; } = [];

    public void Add(ProjectSigns sign, string evidence)
    {
        if ((Signs & sign) == sign) return;
        Signs |= sign;
        Evidence.Add((sign, evidence));
    }
}
