using System.Text;

namespace StaticReadiness.Repository.Files;

/// <summary>Text with one character for each byte of its UTF-8 form: git's wildcards count bytes.</summary>
internal static class ByteString
{
    public static string Of(string text) => Ascii.IsValid(text) ? text : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
