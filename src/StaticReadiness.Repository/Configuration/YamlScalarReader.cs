using System.Globalization;
using StaticReadiness.Python.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StaticReadiness.Repository.Configuration;

/// <summary>Decides what a plain scalar is, after the YAML 1.2 core schema with the truth values of YAML 1.1 that PyYAML keeps.</summary>
internal static class YamlScalarReader
{
    public static ConfigurationScalar Read(Scalar scalar, TextSpan span)
    {
        var value = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value is not ("?" or "")))
            return ConfigurationScalar.FromString(value, span);
        switch (value)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return ConfigurationScalar.Null(span);
            case "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON":
                return ConfigurationScalar.FromBoolean(true, span, value);
            case "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF":
                return ConfigurationScalar.FromBoolean(false, span, value);
        }

        return ReadNumber(value, span) ?? ConfigurationScalar.FromString(value, span);
    }

    private static ConfigurationScalar? ReadNumber(string value, TextSpan span)
    {
        if (!char.IsAsciiDigit(value[0]) && value[0] is not ('+' or '-' or '.')) return null;
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)) return ConfigurationScalar.FromInteger(integer, value, span);
        if (value.StartsWith("0x", StringComparison.Ordinal) && long.TryParse(value.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex))
            return ConfigurationScalar.FromInteger(hex, value, span);
        const NumberStyles Float = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(value, Float, CultureInfo.InvariantCulture, out var number) ? ConfigurationScalar.FromFloat(number, value, span) : null;
    }
}
