using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>A version of a Python distribution after PEP 440: epoch, release, pre-, post- and development release, local label.</summary>
public sealed class PythonVersion : IComparable<PythonVersion>, IEquatable<PythonVersion>
{
    private string? text;

    internal PythonVersion(long epoch, ImmutableArray<long> release, PreReleaseKind preKind, long preNumber, long? post, long? dev, string? local)
    {
        Epoch = epoch;
        Release = release;
        PreKind = preKind;
        PreNumber = preNumber;
        Post = post;
        Dev = dev;
        Local = local;
    }

    public long Epoch { get; }

    /// <summary>The numbers of the release segment as written; trailing zeros matter to <c>~=</c> and <c>.*</c> alone.</summary>
    public ImmutableArray<long> Release { get; }

    public PreReleaseKind PreKind { get; }

    public long PreNumber { get; }

    public long? Post { get; }

    public long? Dev { get; }

    /// <summary>The local label behind <c>+</c>, normalised, or null.</summary>
    public string? Local { get; }

    public bool IsPreRelease => PreKind != PreReleaseKind.None || Dev is not null;

    public bool IsPostRelease => Post is not null;

    public long Major => Release[0];

    public long Minor => Release.Length > 1 ? Release[1] : 0;

    public static bool operator ==(PythonVersion? left, PythonVersion? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(PythonVersion? left, PythonVersion? right) => !(left == right);

    public static bool operator <(PythonVersion left, PythonVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(PythonVersion left, PythonVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(PythonVersion left, PythonVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PythonVersion left, PythonVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Reads any spelling PEP 440 accepts; false for anything else, also for numbers of more than 18 digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out PythonVersion? version) => PythonVersionReader.TryRead(text.Trim(), out version);

    public static PythonVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"`{text}` is no PEP 440 version");

    /// <summary>The version without its local label.</summary>
    public PythonVersion WithoutLocal() => Local is null ? this : new(Epoch, Release, PreKind, PreNumber, Post, Dev, null);

    /// <summary>Whether both have the same epoch and release, trailing zeros aside.</summary>
    public bool HasSameBase(PythonVersion other) => Epoch == other.Epoch && CompareRelease(other) == 0;

    public int CompareTo(PythonVersion? other)
    {
        if (other is null) return 1;
        var order = Epoch.CompareTo(other.Epoch);
        if (order == 0) order = CompareRelease(other);
        if (order == 0) order = PreRank().CompareTo(other.PreRank());
        if (order == 0) order = PreNumber.CompareTo(other.PreNumber);
        if (order == 0) order = (Post ?? -1).CompareTo(other.Post ?? -1);
        if (order == 0) order = (Dev ?? long.MaxValue).CompareTo(other.Dev ?? long.MaxValue);
        return order == 0 ? CompareLocal(Local, other.Local) : order;
    }

    public bool Equals(PythonVersion? other) => other is not null && CompareTo(other) == 0;

    public override bool Equals(object? obj) => Equals(obj as PythonVersion);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Epoch);
        for (var i = 0; i < SignificantLength(); i++) hash.Add(Release[i]);
        hash.Add(PreRank());
        hash.Add(PreNumber);
        hash.Add(Post);
        hash.Add(Dev);
        hash.Add(Local);
        return hash.ToHashCode();
    }

    /// <summary>The normalised spelling, trailing zeros kept.</summary>
    public override string ToString() => text ??= Format();

    private string Format()
    {
        var builder = new StringBuilder();
        if (Epoch != 0) builder.Append(Epoch).Append('!');
        builder.AppendJoin('.', Release);
        if (PreKind != PreReleaseKind.None) builder.Append(PreKind switch { PreReleaseKind.Alpha => "a", PreReleaseKind.Beta => "b", _ => "rc" }).Append(PreNumber);
        if (Post is { } post) builder.Append(".post").Append(post);
        if (Dev is { } dev) builder.Append(".dev").Append(dev);
        if (Local is not null) builder.Append('+').Append(Local);
        return builder.ToString();
    }

    // 1.0.dev1 sorts before 1.0a1, and 1.0a1 before 1.0; 1.0.post1.dev1 has no pre-release part to sort by.
    private int PreRank() => PreKind != PreReleaseKind.None ? (int)PreKind : Post is null && Dev is not null ? 0 : 4;

    private int CompareRelease(PythonVersion other)
    {
        for (var i = 0; i < Math.Max(Release.Length, other.Release.Length); i++)
        {
            var order = (i < Release.Length ? Release[i] : 0).CompareTo(i < other.Release.Length ? other.Release[i] : 0);
            if (order != 0) return order;
        }

        return 0;
    }

    private int SignificantLength()
    {
        var length = Release.Length;
        while (length > 0 && Release[length - 1] == 0) length--;
        return length;
    }

    private static int CompareLocal(string? left, string? right)
    {
        if (left is null || right is null) return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        var leftParts = left.Split('.');
        var rightParts = right.Split('.');
        for (var i = 0; i < Math.Min(leftParts.Length, rightParts.Length); i++)
        {
            var order = CompareLocalPart(leftParts[i], rightParts[i]);
            if (order != 0) return order;
        }

        return leftParts.Length.CompareTo(rightParts.Length);
    }

    /// <summary>Numbers sort as numbers and above words.</summary>
    private static int CompareLocalPart(string left, string right)
    {
        var leftIsNumber = !left.AsSpan().ContainsAnyExceptInRange('0', '9');
        var rightIsNumber = !right.AsSpan().ContainsAnyExceptInRange('0', '9');
        if (leftIsNumber != rightIsNumber) return leftIsNumber ? 1 : -1;
        if (leftIsNumber && left.Length != right.Length) return left.Length.CompareTo(right.Length);
        return string.CompareOrdinal(left, right);
    }
}
