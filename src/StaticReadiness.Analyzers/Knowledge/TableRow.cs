namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>One row of a tab-separated table.</summary>
/// <param name="Table">The file's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Cells">The cells.</param>
public sealed record TableRow(string Table, int Line, string[] Cells)
{
    public string this[int column] => column < Cells.Length ? Cells[column] : "";

    /// <summary>What is wrong with the row, with its place.</summary>
    public InvalidDataException Error(string message) => new($"{Table}:{Line}: {message}");
}
