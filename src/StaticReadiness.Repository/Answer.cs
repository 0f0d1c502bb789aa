using System.Diagnostics.CodeAnalysis;

namespace StaticReadiness.Repository;

/// <summary>What could be found out about a repository: a value, or the reason why it is out of reach.</summary>
public readonly struct Answer<T>
{
    private readonly T? value;

    internal Answer(T value)
    {
        this.value = value;
        Reason = null;
        IsKnown = true;
    }

    internal Answer(string reason) => Reason = reason;

    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsKnown { get; }

    /// <summary>Why nothing is known, as a clause a report can print; null when something is.</summary>
    public string? Reason { get; }

    /// <summary>The value; reading it from an unknown answer is a programming error.</summary>
    public T Value => IsKnown ? value! : throw new InvalidOperationException($"No value: {Reason}");

    public bool TryGet([MaybeNullWhen(false)] out T known)
    {
        known = value;
        return IsKnown;
    }

    public T? ValueOrDefault() => value;

    public Answer<TResult> Select<TResult>(Func<T, TResult> selector) =>
        IsKnown ? new Answer<TResult>(selector(value!)) : new Answer<TResult>(Reason);

    public override string ToString() => IsKnown ? $"{value}" : $"unknown: {Reason}";
}
