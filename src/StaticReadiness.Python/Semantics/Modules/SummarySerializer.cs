using System.Text.Json;
using System.Text.Json.Serialization;

namespace StaticReadiness.Python.Semantics;

/// <summary>Writes and reads module summaries, so that they can be kept by the content of their file.</summary>
public static class SummarySerializer
{
    public static byte[] Write(ModuleSummary summary) => JsonSerializer.SerializeToUtf8Bytes(summary, SummaryJsonContext.Default.ModuleSummary);

    /// <summary>The summary that was written.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static ModuleSummary Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, SummaryJsonContext.Default.ModuleSummary) ?? throw new JsonException("a module summary is missing");
}

/// <summary>The generated serializers, which need no reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModuleSummary))]
internal sealed partial class SummaryJsonContext : JsonSerializerContext;
