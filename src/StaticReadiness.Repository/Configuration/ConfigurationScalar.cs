using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>A string, number, truth value, date or null of a configuration file.</summary>
public sealed class ConfigurationScalar : ConfigurationNode
{
    private readonly long bits;

    private ConfigurationScalar(ConfigurationScalarKind kind, string text, TextSpan span, long bits = 0)
        : base(span)
    {
        Kind = kind;
        Text = text;
        this.bits = bits;
    }

    public ConfigurationScalarKind Kind { get; }

    /// <summary>A string's decoded content; any other scalar's text (canonical in TOML, as written elsewhere: YAML's <c>3.10</c> stays so).</summary>
    public string Text { get; }

    public long? Integer => Kind == ConfigurationScalarKind.Integer ? bits : null;

    public double? Number => Kind switch
    {
        ConfigurationScalarKind.Integer => bits,
        ConfigurationScalarKind.Float => BitConverter.Int64BitsToDouble(bits),
        _ => null,
    };

    public bool? Boolean => Kind == ConfigurationScalarKind.Boolean ? bits != 0 : null;

    public static ConfigurationScalar FromString(string text, TextSpan span) => new(ConfigurationScalarKind.String, text, span);

    public static ConfigurationScalar FromInteger(long value, string text, TextSpan span) => new(ConfigurationScalarKind.Integer, text, span, value);

    public static ConfigurationScalar FromFloat(double value, string text, TextSpan span) =>
        new(ConfigurationScalarKind.Float, text, span, BitConverter.DoubleToInt64Bits(value));

    public static ConfigurationScalar FromBoolean(bool value, TextSpan span, string? text = null) =>
        new(ConfigurationScalarKind.Boolean, text ?? (value ? "true" : "false"), span, value ? 1 : 0);

    public static ConfigurationScalar Null(TextSpan span) => new(ConfigurationScalarKind.Null, "", span);

    /// <summary>A date or time; <paramref name="kind"/> says which of the four, <paramref name="text"/> is its RFC 3339 form.</summary>
    public static ConfigurationScalar FromDate(ConfigurationScalarKind kind, string text, TextSpan span) => new(kind, text, span);
}

/// <summary>What a scalar of a configuration file is.</summary>
public enum ConfigurationScalarKind : byte { String, Integer, Float, Boolean, Null, OffsetDateTime, LocalDateTime, LocalDate, LocalTime }
