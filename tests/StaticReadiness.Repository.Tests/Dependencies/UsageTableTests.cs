using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Tests.Dependencies;

public sealed class UsageTableTests
{
    [Theory]
    [InlineData("yaml", "pyyaml")]
    [InlineData("PIL.Image", "pillow")]
    [InlineData("google.cloud.storage.blob", "google-cloud-storage")]
    [InlineData("google.cloud.unheard_of", "google-cloud-unheard-of")]
    [InlineData("azure.mgmt.unheard_of.models", "azure-mgmt-unheard-of")]
    [InlineData("zope.unheard_of", "zope-unheard-of")]
    [InlineData("rest_framework.views", "djangorestframework")]
    [InlineData("requests.sessions", "requests")]
    [InlineData("my_own.part", "my-own")]
    public void A_module_leads_to_its_distribution(string module, string distribution) => ModuleDistributions.For(module)[0].ShouldBe(distribution);

    [Fact]
    public void Every_distribution_that_may_provide_a_module_is_named() =>
        ModuleDistributions.For("cv2").ShouldBe(["opencv-python", "opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless"]);

    [Theory]
    [InlineData("pillow", "PIL")]
    [InlineData("some-thing", "some_thing")]
    public void A_distribution_leads_to_its_modules(string distribution, string module) => ModuleDistributions.ModulesOf(distribution).ShouldContain(module);

    [Theory]
    [InlineData("gunicorn", UsageKind.Server)]
    [InlineData("pytest-django", UsageKind.Plugin)]
    [InlineData("psycopg2-binary", UsageKind.Driver)]
    [InlineData("types-requests", UsageKind.Types)]
    [InlineData("pandas-stubs", UsageKind.Types)]
    [InlineData("black", UsageKind.Tool)]
    [InlineData("poetry-core", UsageKind.BuildBackend)]
    public void What_serves_without_an_import_is_known(string distribution, UsageKind kind) => UsedWithoutImport.Find(distribution).ShouldBe(kind);

    [Fact]
    public void What_must_be_imported_to_serve_is_not_in_the_table() => UsedWithoutImport.Find("requests").ShouldBeNull();

    [Theory]
    [InlineData("asyncio", "3.8", true)]
    [InlineData("tomllib", "3.10", false)]
    [InlineData("tomllib", "3.11", true)]
    [InlineData("distutils", "3.11", true)]
    [InlineData("distutils", "3.12", false)]
    [InlineData("cgi", "3.13", false)]
    [InlineData("annotationlib", "3.14", true)]
    [InlineData("winreg", "3.8", true)]
    [InlineData("numpy", "3.12", false)]
    public void The_standard_library_is_known_by_version(string module, string version, bool expected) =>
        StandardLibrary.Contains(module, PythonVersion.Parse(version)).ShouldBe(expected);

    [Theory]
    [InlineData("module-distributions.tsv", 3)]
    [InlineData("used-without-import.tsv", 2)]
    [InlineData("stdlib-modules.tsv", 3)]
    public void Tables_are_well_formed(string name, int columns)
    {
        var rows = EmbeddedTable.Rows(name).ToList();
        rows.Count.ShouldBeGreaterThan(300);
        rows.ShouldAllBe(row => row.Length == columns && row[0].Length > 0);
        rows.Select(row => row[0]).Distinct().Count().ShouldBe(rows.Count);
        if (name.StartsWith("module")) rows.SelectMany(row => row[1].Split('|')).ShouldAllBe(distribution => distribution == PackageName.Normalize(distribution));
    }
}
