namespace StaticReadiness.Repository.Dependencies;

/// <summary>An environment marker of PEP 508: a comparison, or a junction of markers.</summary>
public abstract class Marker
{
    /// <summary>Reads a marker; null and an error when it is none.</summary>
    public static Marker? TryParse(string text, out string? error)
    {
        var reader = new RequirementReader(text);
        var marker = reader.ReadWholeMarker();
        error = reader.Error?.Message;
        return marker;
    }

    public abstract bool Evaluate(MarkerEnvironment environment);

    /// <summary>The variables the marker names, such as <c>python_version</c>.</summary>
    public abstract IEnumerable<string> Variables();
}
