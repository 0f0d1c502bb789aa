using System.Text;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Tests.Configuration;

/// <summary>Breaks good files at random places (a fixed seed): a reader may refuse them, it may not throw, hang or name a place outside the text.</summary>
public sealed class BrokenInputTests
{
    private const int Rounds = 2_000;

    private const string Yaml = "version: '3'\nx-base: &base\n  image: \"python:3.12\"\n  environment: {A: 1, B: [x, \"y\"]}\nservices:\n  web:\n    <<: *base\n    command: >-\n      run\n      it\n  db: *base\n---\n- 1\n- ? a\n  : b\n";
    private const string Toml = "[project]\nname = \"x\" # é\ndependencies = [\n  'a>=1',\n  \"b[c]; python_version < '3.9'\",\n]\n[[tool.x]]\na.b = {c = 1, d = 2020-01-01T10:00:00Z}\ns = \"\"\"a\n\\u00e9\"\"\"\n[tool.poetry.dependencies]\npython = \"^3.9\"\nd = {version = \"*\", optional = true}\n";
    private const string Json = "{\"_meta\": {\"hash\": {\"sha256\": \"x\"}}, \"default\": {\"é\": {\"version\": \"==1.0\", \"hashes\": [\"sha256:1\"], \"markers\": \"python_version >= '3'\"}}}";
    private const string Ini = "[metadata]\nname = x\n[options]\ninstall_requires =\n    a>=1\n    # c\n    b; python_version<'3'\n[testenv]\ndeps =\n    py39: -r x.txt\n    {[base]deps}\n";
    private const string Requirements = "-r base.txt\n--index-url=https://example.org/simple\na==1.0 \\\n    --hash=sha256:1 \\\n    --hash=sha256:2\n    # via b\ngit+https://example.org/x.git@v1#egg=x[y]\n./local[z]\n-e .\nc[d]~=1.2; sys_platform == 'linux' # é\n";
    private const string Dotenv = "export A=\"x\\n${B}\"\nB='y\nz'\nC = d # e\n";
    private const string SetupPy = "from setuptools import setup\nreqs = ['a'] + open('requirements.txt').read().splitlines()\nsetup(name='x', install_requires=reqs, extras_require={'t': ['b' + '; python_version<\"3\"']})\n";

    [Fact]
    public void Yaml_never_throws() => Break(Yaml, text => YamlDocuments.Parse(text).Errors);

    [Fact]
    public void Toml_never_throws() => Break(Toml, text => TomlDocument.Parse(text).Errors);

    [Fact]
    public void Json_never_throws() => Break(Json, text => JsonText.Parse(text).Errors);

    [Fact]
    public void Ini_never_throws() => Break(Ini, text => IniText.Parse(text).Errors);

    [Fact]
    public void Dotenv_never_throws() => Break(Dotenv, text => DotenvText.Parse(text).Errors);

    [Theory]
    [InlineData(ManifestKind.Pyproject, Toml)]
    [InlineData(ManifestKind.Pipfile, Toml)]
    [InlineData(ManifestKind.SetupCfg, Ini)]
    [InlineData(ManifestKind.Tox, Ini)]
    [InlineData(ManifestKind.Requirements, Requirements)]
    [InlineData(ManifestKind.Conda, Yaml)]
    [InlineData(ManifestKind.SetupPy, SetupPy)]
    [InlineData(ManifestKind.Nox, SetupPy)]
    public void Manifests_never_throw(ManifestKind kind, string good) =>
        Break(good, text => ManifestReader.Read(kind, "x", text).Notices.Select(notice => new ConfigurationError(notice.Message, notice.Span)));

    [Theory]
    [InlineData(LockKind.Pipenv, Json)]
    [InlineData(LockKind.Poetry, Toml)]
    [InlineData(LockKind.Uv, Toml)]
    [InlineData(LockKind.CondaLock, Yaml)]
    [InlineData(LockKind.Requirements, Requirements)]
    public void Locks_never_throw(LockKind kind, string good) =>
        Break(good, text => LockReader.Read(kind, "x", text).Notices.Select(notice => new ConfigurationError(notice.Message, notice.Span)));

    [Fact]
    public void Commands_never_throw() =>
        Break("RUN sudo python3 -m pip --no-cache-dir install -r \"a b.txt\" 'x>=1' y==$V git+https://e.org/z.git && pip install -U pip; uv add q", text =>
        {
            PipCommandReader.Read(text.Content, "x", default, DependencyGroup.Runtime);
            return [];
        });

    private static void Break(string good, Func<SourceText, IEnumerable<ConfigurationError>> read)
    {
        var random = new Random(20260101);
        var alphabet = good + "\0\r\n\t[]{}'\"\\:#,=&*-<>é\ud83d";
        for (var round = 0; round < Rounds; round++)
        {
            var text = new StringBuilder(good);
            for (var changes = random.Next(1, 6); changes > 0 && text.Length > 0; changes--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0: text.Remove(at, random.Next(1, Math.Min(20, text.Length - at) + 1)); break;
                    case 1: text.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
                    case 2: text[at] = alphabet[random.Next(alphabet.Length)]; break;
                    default: text.Length = at; break;
                }
            }

            var source = SourceText.From(text.ToString());
            foreach (var error in read(source))
            {
                error.Message.ShouldNotBeNullOrWhiteSpace();
                error.Span.Start.ShouldBeInRange(0, source.Length);
                error.Span.End.ShouldBeInRange(error.Span.Start, source.Length);
            }
        }
    }
}
