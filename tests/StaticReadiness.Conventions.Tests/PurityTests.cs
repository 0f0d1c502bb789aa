using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using StaticReadiness.Analyzers;

namespace StaticReadiness.Conventions.Tests;

/// <summary>Rules see the repository through the context alone, so that an editor's buffers and a git tree can be analysed like a disk.</summary>
public class PurityTests
{
    private static readonly string[] Types =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Diagnostics.Process", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "System.Console", "System.Random",
    ];

    private static readonly string[] Members =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System", "System.Guid.NewGuid",
    ];

    [Fact]
    public void Rules_reach_for_no_file_process_clock_or_chance()
    {
        using var stream = File.OpenRead(typeof(RuleCatalogue).Assembly.Location);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var types = metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).Intersect(Types).Select(type => $"{type}: ask the context's project instead");
        var members = metadata.MemberReferences.Select(handle => NameOf(metadata, metadata.GetMemberReference(handle))).Where(IsForbidden).Select(member => $"{member}: the day is Project.Today, all else the project's files");
        types.Concat(members).ShouldBeEmpty();
    }

    // the compiler itself asks for the thread in every iterator
    private static bool IsForbidden(string member) =>
        Members.Contains(member) || (member.StartsWith("System.Environment.", StringComparison.Ordinal) && member != "System.Environment.get_CurrentManagedThreadId");

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static string NameOf(MetadataReader metadata, MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeReference ? $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}" : "";
}
