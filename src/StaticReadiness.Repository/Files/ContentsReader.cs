namespace StaticReadiness.Repository.Files;

/// <summary>Makes something of a file's contents, which it must not keep.</summary>
internal delegate Answer<T> ContentsReader<T>(ReadOnlySpan<byte> contents);
