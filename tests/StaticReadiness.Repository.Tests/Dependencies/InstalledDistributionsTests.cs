using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Tests.Dependencies;

public sealed class InstalledDistributionsTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(".venv/lib/python3.12/site-packages")]
    [InlineData("venv/lib/python3.9/site-packages")]
    [InlineData("env/Lib/site-packages")]
    [InlineData("service/.venv/lib/python3.13/site-packages")]
    public void An_environment_beside_a_manifest_tells_where_a_module_comes_from(string packages)
    {
        directory.Write("service/pyproject.toml", "[project]\nname = 'x'\n");
        Install(packages, "Odd_Name-1.0.dist-info", "Metadata-Version: 2.1\nName: Odd.Name\n\nName: other\n", "wholly_else/__init__.py,sha256=x,3\nwholly_else/part.py,,\n../../../bin/odd,,\nodd_single.py,,\nOdd_Name-1.0.dist-info/RECORD,,\n");
        var installed = Read();
        installed.Names.ShouldBe(["odd-name"]);
        installed.For("wholly_else.part.deep")[0].ShouldBe("odd-name");
        installed.For("odd_single")[0].ShouldBe("odd-name");
        installed.ModulesOf("odd-name").ShouldBe(["odd_single", "wholly_else", "odd_name"]);
    }

    [Fact]
    public void Parts_of_a_namespace_are_told_apart_by_the_record()
    {
        const string Packages = ".venv/lib/python3.12/site-packages";
        Install(Packages, "a-1.dist-info", "Name: corp-a\n", "corp/a/__init__.py,,\n", "corp\n");
        Install(Packages, "b-1.dist-info", "Name: corp-b\n", "corp/b.cpython-312-x86_64-linux-gnu.so,,\n", "corp\n");
        Install(Packages, "old-1.dist-info", "Name: old\n", "", "other_top\n");
        var installed = Read();
        installed.For("corp.a.x")[0].ShouldBe("corp-a");
        installed.For("corp.b")[0].ShouldBe("corp-b");
        installed.For("other_top")[0].ShouldBe("old");
        installed.For("cv2")[0].ShouldBe("opencv-python");
    }

    [Fact]
    public void Nothing_is_read_through_a_link_or_beyond_the_limits()
    {
        using var outside = new TemporaryDirectory();
        outside.Write("lib/python3.12/site-packages/evil-1.dist-info/top_level.txt", "evil_module\n");
        Directory.CreateSymbolicLink(directory.At(".venv"), outside.Path);
        directory.Write("venv/lib/python3.12/site-packages/linked-1.dist-info/METADATA", "Name: linked\n");
        File.CreateSymbolicLink(directory.At("venv/lib/python3.12/site-packages/linked-1.dist-info/top_level.txt"), outside.At("lib/python3.12/site-packages/evil-1.dist-info/top_level.txt"));
        Install("venv/lib/python3.12/site-packages", "large-1.dist-info", "Name: large\n", new string('#', 1024 * 1024) + "\nlarge_module.py,,\n");
        Read().Names.ShouldBeEmpty();
    }

    [Fact]
    public void A_repository_in_memory_has_no_environment() =>
        DependencyModel.Read(RepositoryFiles.InMemory((".venv/lib/python3.12/site-packages/a-1.dist-info/top_level.txt", "a\n"))).Installed.Names.ShouldBeEmpty();

    private InstalledDistributions Read() => DependencyModel.Read(RepositoryFiles.Open(directory.Path)).Installed;

    private void Install(string packages, string folder, string metadata, string record, string? topLevel = null)
    {
        directory.Write($"{packages}/{folder}/METADATA", metadata);
        directory.Write($"{packages}/{folder}/RECORD", record);
        if (topLevel is not null) directory.Write($"{packages}/{folder}/top_level.txt", topLevel);
    }
}
