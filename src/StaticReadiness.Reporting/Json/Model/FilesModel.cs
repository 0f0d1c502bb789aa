namespace StaticReadiness.Reporting.Json.Model;

/// <summary>How many files were read.</summary>
internal sealed record FilesModel(int Python, int Other, int Skipped, long PythonBytes, long PythonLines);
