namespace StaticReadiness.Reporting.Json;

/// <summary>The published JSON schema of the JSON report.</summary>
public static class JsonReportSchema
{
    private const string Resource = "StaticReadiness.Reporting.Json.report.schema.json";

    public static string Text
    {
        get
        {
            using var stream = typeof(JsonReportSchema).Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException("The schema is not embedded.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
