namespace StaticReadiness.Repository;

/// <summary>Makes answers.</summary>
public static class Answers
{
    public static Answer<T> Known<T>(T value) => new(value);

    public static Answer<T> Unknown<T>(string reason) => new(reason);
}
