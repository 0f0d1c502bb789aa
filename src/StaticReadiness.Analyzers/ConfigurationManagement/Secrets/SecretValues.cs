using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Judges whether a literal is the secret its name promises.</summary>
internal static class SecretValues
{
    /// <summary>Whether a value under a name is a credential.</summary>
    /// <param name="inCode">Whether the literal stands in code, where a weak password is a password all the same.</param>
    public static bool IsSecret(SecretKind kind, string name, string value, bool inCode)
    {
        if (kind == SecretKind.None || value.Length is < 6 or > 4096) return false;
        if (value.AsSpan().ContainsAny(" \t\r\n") || value.Any(c => c > 126)) return false;
        if (Placeholders.Matches(value, ignoresDigits: !inCode) || EchoesName(name, value) || IsForTests(value)) return false;
        return kind switch
        {
            SecretKind.Password => LooksChosen(value) && !IsDigest(value),
            // Whoever reads a signing key can forge what it signs, however plain its words.
            SecretKind.Key when inCode => !LooksLikeCode(value) || SecretEntropy.LooksGenerated(value),
            SecretKind.Secret or SecretKind.Key => (SecretEntropy.LooksGenerated(value) && !IsSpelledOut(value)) || (value.Length >= 12 && LooksChosen(value)),
            _ => !IsSpelledOut(value) && !LooksLikeCode(value) && SecretEntropy.LooksGenerated(value),
        };
    }

    // What is stored in place of a password: the length of a digest, all hexadecimal.
    private static bool IsDigest(string value) => value.Length is 32 or 40 or 56 or 64 or 96 or 128 && CharacterShape.Of(value).IsHexadecimal;

    // `test123!`, `test-secret`
    private static bool IsForTests(string value) => value.Contains("test", StringComparison.OrdinalIgnoreCase) && !SecretEntropy.LooksGenerated(value);

    // A password people choose mixes letters with digits or symbols; a bare word or a dotted path is a label.
    private static bool LooksChosen(string value)
    {
        var shape = CharacterShape.Of(value);
        return shape.Letters >= 3 && shape.Digits + shape.Symbols > 0 && !IsSpelledOut(value) && !LooksLikeCode(value);
    }

    // `reset-password-token`, `app.auth.tokens`, `X-Auth-Token`, `seed_e2e_secret`: the parts are words, here and there with a digit.
    private static bool IsSpelledOut(string value)
    {
        var parts = value.Trim('_').Split('_', '-', '.', '/', ':', ',', '=');
        if (parts.Length == 1 || value.EndsWith('.') && parts.Length == 2) return value.TrimEnd('.').All(char.IsAsciiLetter) && !SecretEntropy.LooksGenerated(value);
        return parts.All(IsWord) && parts.Count(part => part.All(char.IsAsciiLetter)) * 3 >= parts.Length * 2;
    }

    private static bool IsWord(string part) =>
        part.Length > 0 && part.All(char.IsAsciiLetterOrDigit) && !SecretEntropy.LooksGenerated(part)
        && (part.Count(char.IsAsciiDigit) <= 2 || (part.Length <= 4 && part.All(char.IsAsciiDigit)));

    private static bool LooksLikeCode(string value) =>
        value.AsSpan().ContainsAny("()<>[]|\\\"'`;") || value.Contains("://") || value.EndsWith(':') || value.Contains("%s") || value.StartsWith("--");

    private static bool EchoesName(string name, string value)
    {
        var words = IdentifierWords.Split(value);
        return words.Count > 0 && string.Join(' ', IdentifierWords.Split(name)).Contains(string.Join(' ', words));
    }
}
