namespace StaticReadiness.Reporting.Console;

/// <summary>The escape sequences of the styles; only the sixteen colours every theme defines.</summary>
internal static class AnsiCodes
{
    public const string Reset = "\u001b[0m";

    public static string Of(TextStyle style) => style switch
    {
        TextStyle.Bold => "\u001b[1m",
        TextStyle.Dim => "\u001b[2m",
        TextStyle.Path => "\u001b[1;4m",
        TextStyle.Rule => "\u001b[36m",
        TextStyle.Error => "\u001b[1;31m",
        TextStyle.Warning => "\u001b[1;33m",
        TextStyle.Note => "\u001b[1;34m",
        TextStyle.Good => "\u001b[32m",
        TextStyle.Fair => "\u001b[33m",
        TextStyle.Poor => "\u001b[31m",
        _ => "",
    };
}
