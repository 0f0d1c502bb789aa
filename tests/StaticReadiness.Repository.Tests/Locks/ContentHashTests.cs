using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Tests.Locks;

/// <summary>The expected hashes were computed with Python's json and hashlib the way poetry's locker, pipenv's plette and PDM's project file do.</summary>
public sealed class ContentHashTests
{
    private const string Poetry1 = "[tool.poetry]\nname = 'x'\n[tool.poetry.dependencies]\npython = '^3.9'\na = {version = '^1', optional = true}\n[tool.poetry.extras]\n'é' = ['a']\n[tool.poetry.group.dev.dependencies]\nb = '*'\n";
    private const string Poetry2 = "[project]\nname = 'x'\nrequires-python = '>=3.9'\ndependencies = ['a>=1']\n[tool.poetry.group.dev.dependencies]\nb = '*'\n";
    private const string Pipfile = "[[source]]\nurl = 'https://example.org/simple'\nverify_ssl = true\nname = 'own'\n[packages]\na = '*'\n[dev-packages]\nb = {version = '>=1', extras = ['x']}\n[requires]\npython_version = '3.11'\n";

    private const string Pdm = "[project]\nname = 'x'\nrequires-python = '>=3.9'\ndependencies = ['a>=1']\n[project.optional-dependencies]\nO = ['d']\n[dependency-groups]\nMy_Tests = ['b', {include-group = 'x'}]\nx = ['é']\n[tool.pdm]\ndev-dependencies = {my-tests = ['c']}\n[[tool.pdm.source]]\nurl = 'https://example.org/simple'\nverify_ssl = true\nname = 'own'\n";

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

    [Theory]
    [InlineData("ee717821484ef74dda77376e7cd80170947acc582b2ff5ce86f36246238d730d", Pdm + "[tool.pdm.resolution]\nallow-prereleases = true\noverrides = {e = '1'}\n")]
    [InlineData("c19deeec44bddd38413bcc1fb6fdc43ae6b8f516a45dcece3923bd3018ae480a", Pdm + "[tool.pdm.resolution]\noverrides = {e = '1'}\n")]
    [InlineData("309b42a546b959ffb65570a35188572a40af43a88534430ceee882d0f5a7e12f", Pdm + "[tool.pdm.overrides]\ne = '1'\n")]
    [InlineData("ece479d1fc26bbc1091a4114e084312c6b77c8f8fc20195e68cc6393ef0b33d9", "[project]\nname = 'a'\n")]
    public void A_pdm_lock_knows_its_manifest_in_every_generation(string hash, string pyproject)
    {
        ContentHash.MatchesPdm("sha256:" + hash, TomlDocument.Parse(SourceText.From(pyproject)).Root).ShouldBe(true);
        ContentHash.MatchesPdm("sha256:" + hash, TomlDocument.Parse(SourceText.From(pyproject.Replace("[project]\n", "[project]\nlicense = 'MIT'\n"))).Root).ShouldBe(true);
        ContentHash.MatchesPdm("sha256:" + hash, TomlDocument.Parse(SourceText.From(pyproject + "[[tool.pdm.source]]\nname = 'other'\n")).Root).ShouldBe(false);
    }

    [Theory]
    [InlineData("md5:ece479d1", "[project]\nname = 'a'\n")]
    [InlineData("sha256:ece479d1", "[tool.poetry]\nname = 'a'\n")]
    [InlineData("sha256:ece479d1", "[project]\nname = 'a'\n[tool.pdm.workspace]\nmembers = ['b']\n")]
    public void What_a_pdm_lock_hashes_beyond_its_manifest_stays_unknown(string hash, string pyproject) =>
        ContentHash.MatchesPdm(hash, TomlDocument.Parse(SourceText.From(pyproject)).Root).ShouldBeNull();
}
