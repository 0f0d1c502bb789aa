using System.Collections.Immutable;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Documents;

/// <summary>The documents of a repository.</summary>
public sealed class DocumentSet
{
    private DocumentSet(ImmutableArray<Document> documents, ImmutableArray<ChangeLog> changeLogs)
    {
        Documents = documents;
        ChangeLogs = changeLogs;
    }

    /// <summary>All documents, in the order of their paths; those of third parties and of tests are left aside.</summary>
    public ImmutableArray<Document> Documents { get; }

    /// <summary>The change logs among them.</summary>
    public ImmutableArray<ChangeLog> ChangeLogs { get; }

    public static DocumentSet Read(RepositoryFiles files, CancellationToken cancellation = default)
    {
        var documents = ImmutableArray.CreateBuilder<Document>();
        var changeLogs = ImmutableArray.CreateBuilder<ChangeLog>();
        foreach (var file in files.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.IsPython || !Document.IsDocument(file) || (file.Role & (FileRoles.Vendored | FileRoles.Test)) != FileRoles.None || !file.ReadText().TryGet(out var text)) continue;
            var document = Document.Parse(file.Path, text);
            documents.Add(document);
            if (ChangeLog.IsChangeLog(file)) changeLogs.Add(ChangeLog.Read(document));
        }

        return new DocumentSet(documents.DrainToImmutable(), changeLogs.DrainToImmutable());
    }

    /// <summary>The documents that lie in files a project sees.</summary>
    public DocumentSet Within(Func<string, bool> isSeen) => new([.. Documents.Where(document => isSeen(document.Path))], [.. ChangeLogs.Where(log => isSeen(log.Path))]);

    /// <summary>The README of a directory, or null.</summary>
    public Document? FindReadme(string directory) => Documents.FirstOrDefault(d =>
        RepositoryPath.DirectoryOf(d.Path) == directory && System.IO.Path.GetFileNameWithoutExtension(RepositoryPath.NameOf(d.Path)).Equals("README", StringComparison.OrdinalIgnoreCase));
}
