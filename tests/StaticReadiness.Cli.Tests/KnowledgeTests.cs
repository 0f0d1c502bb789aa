using System.Text.Json.Nodes;

namespace StaticReadiness.Cli.Tests;

/// <summary>What a user knows of libraries counts like what the tables know.</summary>
public class KnowledgeTests
{
    private const string Service = """
        import acme
        from acme.client import fetch
        from acme.threads import run
        from fastapi import FastAPI

        app = FastAPI()


        @app.get("/one")
        async def one():
            return fetch("/one")


        @app.get("/two")
        async def two():
            return acme.connect().load("/two")


        @app.get("/three")
        async def three():
            return await run(fetch, "/three")

        """;

    [Fact]
    public async Task Without_own_knowledge_an_own_library_does_not_block() => (await BlockedLines("")).ShouldBeEmpty();

    [Fact]
    public async Task Own_rows_name_what_blocks_what_moves_work_elsewhere_and_what_calls_give()
    {
        var lines = await BlockedLines("""
            [[knowledge.blocking]]
            call = "acme.client.fetch"
            replacement = "acme.aio.fetch"

            [[knowledge.blocking]]
            call = "acme.client.Client.*"
            kind = "http"
            weight = "medium"

            [[knowledge.offload]]
            call = "acme.threads.run"

            [[knowledge.types]]
            kind = "class"
            name = "acme.client.Client"

            [[knowledge.types]]
            kind = "returns"
            name = "acme.connect"
            type = "acme.client.Client"
            """);
        lines.ShouldBe([11, 16]);
    }

    [Theory]
    [InlineData("[[knowledge.blocking]]\nkind = \"http\"\n", ".static-readiness.toml:1: `knowledge.blocking` needs a `call`: the dotted name as it is imported, such as `acme.client.fetch`")]
    [InlineData("[[knowledge.blocking]]\ncall = \"fetch\"\n", ".static-readiness.toml:2: `knowledge.blocking.call` must be a dotted name as it is imported, such as `acme.client.fetch` or `acme.client.*`, not `fetch`")]
    [InlineData("[[knowledge.blocking]]\ncall = \"acme.fetch\"\nkind = \"htp\"\n", "did you mean `http`?")]
    [InlineData("[[knowledge.offload]]\ncall = \"acme.run\"\nargument = \"first\"\n", ".static-readiness.toml:3: `knowledge.offload.argument` must be a whole number from -1 to 20")]
    [InlineData("[[knowledge.types]]\nkind = \"returns\"\nname = \"acme.connect\"\n", "`knowledge.types.type` cannot be read: a type is missing; write a class such as `acme.Client`")]
    [InlineData("[knowledge]\nblocking = [\"acme.fetch\"]\n", ".static-readiness.toml:2: `knowledge.blocking` must be a list of tables: write `[[knowledge.blocking]]`")]
    [InlineData("[[knowledge.blockng]]\ncall = \"acme.fetch\"\n", "`knowledge.blockng` is no setting")]
    public async Task A_wrong_row_is_told_with_its_line_and_the_remedy(string settings, string expected)
    {
        using var folder = new Folder().With("main.py", Service).With(".static-readiness.toml", settings);
        var outcome = (await Outcome.RunAsync("scan", folder.Path)).ShouldShowNoStackTrace();
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(expected);
    }

    [Theory]
    [InlineData(".static-readiness.toml", "")]
    [InlineData("acme.toml", "--config")]
    public async Task Inspect_believes_own_rows_too(string file, string option)
    {
        using var folder = new Folder().With("main.py", Service).With(file, "[[knowledge.blocking]]\ncall = \"acme.client.fetch\"\nkind = \"http\"\n");
        string[] config = option.Length == 0 ? [] : [option, Path.Combine(folder.Path, file)];
        var outcome = await Outcome.RunAsync(["inspect", folder.Path, "--calls", "main.one", .. config]);
        outcome.Error.ShouldBeEmpty();
        outcome.Output.ShouldContain("main.py:11: call acme.client.fetch  in main.one  Direct  Http\n");
    }

    [Fact]
    public async Task Inspect_tells_of_wrong_settings_like_scan()
    {
        using var folder = new Folder().With("main.py", Service).With(".static-readiness.toml", "[[knowledge.blocking]]\ncall = \"fetch\"\n");
        var outcome = (await Outcome.RunAsync("inspect", folder.Path)).ShouldShowNoStackTrace();
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(".static-readiness.toml:2: `knowledge.blocking.call` must be a dotted name");
    }

    [Fact]
    public async Task Inspect_tells_what_running_a_function_does_in_the_end()
    {
        const string source = "import os\n\ndef f():\n    g()\n\ndef g():\n    if not os.environ.get('X'):\n        raise ValueError\n    return acme()\n\ndef acme():\n    return open('x')\n";
        using var folder = new Folder().With("main.py", source);
        var outcome = await Outcome.RunAsync("inspect", folder.Path, "--calls", "main.f");
        outcome.Output.Split('\n').Where(line => line.Contains(": fact ", StringComparison.Ordinal)).ShouldBe(
        [
            "main.py:4: fact blocks  file  in main.f  main.g > main.acme > builtins.open",
            "main.py:4: fact raises  builtins.ValueError  in main.f  main.g > builtins.ValueError",
            "main.py:4: fact opens  builtins.open  in main.f  main.g > main.acme > builtins.open",
            "main.py:4: fact reads environment  in main.f  main.g > os._Environ.get",
        ]);
    }

    private static async Task<IEnumerable<int>> BlockedLines(string settings)
    {
        using var folder = new Folder().With("main.py", Service).With(".static-readiness.toml", settings);
        var outcome = await Outcome.RunAsync("scan", folder.Path, "--select", "blocking-call-in-async", "--format", "json", "--fail-level", "never");
        outcome.Error.ShouldBeEmpty();
        return JsonNode.Parse(outcome.Output)!["findings"]!.AsArray().Select(finding => finding!["range"]!["startLine"]!.GetValue<int>()).Order().ToArray();
    }
}
