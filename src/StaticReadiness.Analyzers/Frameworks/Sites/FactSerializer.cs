using System.Text.Json;
using System.Text.Json.Serialization;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>Writes and reads the framework facts of a file, so that they can be kept by its content.</summary>
internal static class FactSerializer
{
    public static byte[] Write(FileFacts facts) => JsonSerializer.SerializeToUtf8Bytes(facts, FactJsonContext.Default.FileFacts);

    /// <summary>The facts that were written.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static FileFacts Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, FactJsonContext.Default.FileFacts) ?? throw new JsonException("the facts of a file are missing");
}

/// <summary>The generated serializers, which need no reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 256)]
[JsonSerializable(typeof(FileFacts))]
internal sealed partial class FactJsonContext : JsonSerializerContext;
