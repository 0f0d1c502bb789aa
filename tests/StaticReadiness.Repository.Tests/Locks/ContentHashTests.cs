using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Tests.Locks;

/// <summary>The expected hashes were computed with Python's json and hashlib the way poetry's locker and pipenv's plette do.</summary>
public sealed class ContentHashTests
{
    private const string Poetry1 = "[tool.poetry]\nname = 'x'\n[tool.poetry.dependencies]\npython = '^3.9'\na = {version = '^1', optional = true}\n[tool.poetry.extras]\n'é' = ['a']\n[tool.poetry.group.dev.dependencies]\nb = '*'\n";
    private const string Poetry2 = "[project]\nname = 'x'\nrequires-python = '>=3.9'\ndependencies = ['a>=1']\n[tool.poetry.group.dev.dependencies]\nb = '*'\n";
    private const string Pipfile = "[[source]]\nurl = 'https://example.org/simple'\nverify_ssl = true\nname = 'own'\n[packages]\na = '*'\n[dev-packages]\nb = {version = '>=1', extras = ['x']}\n[requires]\npython_version = '3.11'\n";

    [Theory]
    [InlineData("45c5dec6e5a88b939286af449d50d8483b4f811cdd4cc307c9433f09642bc47e", Poetry1)]
    [InlineData("26675d7ef8687ae2d92c7e548b8aac639bd10c1e198de3065c8615c5104b7b7a", Poetry2)]
    [InlineData("f894b488ee9ed0390b1bddde8374cfcbd41fc5b64b618ecd59dff918e3ded1c9", Poetry2 + "[dependency-groups]\nx = ['c']\n")]
    public void A_poetry_lock_knows_its_manifest_in_every_generation(string hash, string pyproject)
    {
        ContentHash.MatchesPoetry(hash, TomlDocument.Parse(SourceText.From(pyproject)).Root).ShouldBeTrue();
        ContentHash.MatchesPoetry(hash, TomlDocument.Parse(SourceText.From(pyproject.Replace("'*'", "'>=2'"))).Root).ShouldBeFalse();
    }

    [Fact]
    public void A_pipfile_lock_knows_its_pipfile()
    {
        const string Hash = "e17b8860962492dd12b09593317581d4b29f186af22e820bdd31649129b8f4bf";
        ContentHash.MatchesPipfile(Hash, TomlDocument.Parse(SourceText.From(Pipfile)).Root).ShouldBe(true);
        ContentHash.MatchesPipfile(Hash, TomlDocument.Parse(SourceText.From(Pipfile + "c = '1'\n")).Root).ShouldBe(false);
        ContentHash.MatchesPipfile(Hash, TomlDocument.Parse(SourceText.From("[packages]\n")).Root).ShouldBeNull();
    }
}
