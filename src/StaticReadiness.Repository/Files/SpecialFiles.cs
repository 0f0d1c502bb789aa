using System.Formats.Tar;

namespace StaticReadiness.Repository.Files;

/// <summary>Tells pipes, sockets and devices from empty files.</summary>
public static class SpecialFiles
{
    /// <summary>The offset of the type flag in a ustar header (POSIX.1-1988, ustar interchange format).</summary>
    private const int TypeFlagOffset = 156;

    /// <summary>Names under which empty files are so common that asking for each would cost more than it tells.</summary>
    private static bool IsCommonlyEmpty(string name) => name is "__init__.py" or "py.typed" or ".gitkeep" or ".keep";

    /// <summary>Whether a file of length zero is something other than a file. .NET shows a file's type nowhere but in the tar entry it makes of it.</summary>
    public static bool IsSpecial(string physicalPath, string name)
    {
        if (OperatingSystem.IsWindows() || IsCommonlyEmpty(name)) return false;
        try
        {
            using var header = new MemoryStream();
            using (var writer = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true)) writer.WriteEntry(physicalPath, "entry");
            return header.Length > TypeFlagOffset && header.GetBuffer()[TypeFlagOffset] is not ((byte)'0' or 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Sockets have no tar entry.
            return e is not UnauthorizedAccessException && File.Exists(physicalPath);
        }
    }
}
