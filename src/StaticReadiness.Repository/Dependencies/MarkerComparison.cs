namespace StaticReadiness.Repository.Dependencies;

/// <summary>A comparison in a marker, such as <c>python_version &lt; "3.9"</c>.</summary>
public sealed class MarkerComparison(MarkerOperand left, string @operator, MarkerOperand right) : Marker
{
    public MarkerOperand Left { get; } = left;

    /// <summary>One of the version operators, <c>in</c> or <c>not in</c>.</summary>
    public string Operator { get; } = @operator;

    public MarkerOperand Right { get; } = right;

    /// <summary>PEP 508: as versions where the right side makes a valid specifier and the left a version, else as Python compares texts.</summary>
    public override bool Evaluate(MarkerEnvironment environment)
    {
        var left = Left.IsVariable ? environment[Left.Text] : Left.Text;
        var right = Right.IsVariable ? environment[Right.Text] : Right.Text;
        if (IsSet(Right)) return ContainsName(right, left) == (Operator == "in");
        if (IsSet(Left)) return ContainsName(left, right) == (Operator == "in");
        if (Left is { IsVariable: true, Text: "extra" } || Right is { IsVariable: true, Text: "extra" })
            (left, right) = (PackageName.Normalize(left), PackageName.Normalize(right));
        if (VersionSpecifier.TryParse(Operator + right, out var specifier) && PythonVersion.TryParse(left, out var version)) return specifier.Allows(version);
        var order = string.CompareOrdinal(left, right);
        return Operator switch
        {
            "in" => right.Contains(left, StringComparison.Ordinal),
            "not in" => !right.Contains(left, StringComparison.Ordinal),
            "==" or "===" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            ">=" => order >= 0,
            _ => false,
        };
    }

    public override IEnumerable<string> Variables() => new[] { Left, Right }.Where(side => side.IsVariable).Select(side => side.Text);

    public override string ToString() => $"{Left} {Operator} {Right}";

    // PEP 751's variables hold sets of names; the environment gives them separated by commas.
    private static bool IsSet(MarkerOperand operand) => operand is { IsVariable: true, Text: "extras" or "dependency_groups" };

    private static bool ContainsName(string set, string name) =>
        set.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Any(item => PackageName.Normalize(item) == PackageName.Normalize(name));
}
