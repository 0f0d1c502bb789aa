using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Judges whether a literal is the secret its name promises.</summary>
internal static class SecretValues
{
    public static bool IsSecret(SecretKind kind, string name, string value)
    {
        if (kind == SecretKind.None || value.Length is < 6 or > 4096) return false;
        if (value.AsSpan().ContainsAny(" \t\r\n") || value.Any(c => c > 126)) return false;
        if (Placeholders.Matches(value) || EchoesName(name, value)) return false;
        return kind switch
        {
            SecretKind.Password => LooksChosen(value),
            SecretKind.Secret => SecretEntropy.LooksGenerated(value) || (value.Length >= 12 && LooksChosen(value)),
            _ => !IsSpelledOut(value) && SecretEntropy.LooksGenerated(value),
        };
    }

    // A password people choose mixes letters with digits or symbols; a bare word or a dotted path is a label.
    private static bool LooksChosen(string value)
    {
        var shape = CharacterShape.Of(value);
        return shape.Letters >= 3 && shape.Digits + shape.Symbols > 0 && !IsSpelledOut(value) && !LooksLikeCode(value);
    }

    // `reset-password-token`, `app.auth.tokens`, `X-Auth-Token`: every part is a word or a number.
    private static bool IsSpelledOut(string value)
    {
        foreach (var part in value.Split('_', '-', '.', '/', ':', ',', '='))
        {
            var word = part.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            if (part.Length == 0 || (part.Length == value.Length && word.Length != part.Length)) return false;
            if (word.Length > 0 && (!word.All(char.IsAsciiLetter) || SecretEntropy.LooksGenerated(word) || part.Length - word.Length > 4)) return false;
        }

        return true;
    }

    private static bool LooksLikeCode(string value) =>
        value.AsSpan().ContainsAny("()<>[]|\\\"'`;") || value.Contains("://") || value.EndsWith(':') || value.Contains("%s") || value.StartsWith("--");

    private static bool EchoesName(string name, string value)
    {
        var words = IdentifierWords.Split(value);
        return words.Count > 0 && string.Join(' ', IdentifierWords.Split(name)).Contains(string.Join(' ', words));
    }
}
