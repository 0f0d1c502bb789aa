using System.Text.Json;

namespace StaticReadiness.Dev.Oracle;

/// <summary>What <c>compile</c> makes of a source: accepted, or refused with a message at a one-based line by one of its parts.</summary>
internal sealed record Verdict(bool IsAccepted, int Line, string Phase, string Kind, string Message)
{
    private const string AcceptedText = "accepted";

    public static Verdict Accepted { get; } = new(true, 0, "", "", "");

    public static Verdict Read(JsonElement reply) => reply.GetProperty("ok").GetBoolean()
        ? Accepted
        : new Verdict(false, reply.GetProperty("line").GetInt32(), reply.GetProperty("phase").GetString()!, reply.GetProperty("kind").GetString()!, reply.GetProperty("message").GetString()!);

    public static Verdict Of(SourceFile source) => source.Error is { } error
        ? new Verdict(false, error.Line, error.Phase, error.Kind, error.Message)
        : Accepted;

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    public static Verdict Parse(string text)
    {
        if (text == AcceptedText) return Accepted;
        var words = text.Split(' ', 5);
        return new Verdict(false, int.Parse(words[1]), words[2], words[3].TrimEnd(':'), words[4]);
    }

    public override string ToString() => IsAccepted ? AcceptedText : $"line {Line} {Phase} {Kind}: {Message}";
}
