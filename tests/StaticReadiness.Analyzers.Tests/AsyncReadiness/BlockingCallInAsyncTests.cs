using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analyzers.AsyncReadiness;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Tests.AsyncReadiness;

/// <summary>What a blocking call in a coroutine is worth.</summary>
public class BlockingCallInAsyncTests
{
    [Theory]
    [InlineData("shop/jobs.py", "if __name__ == '__main__':\n    asyncio.run(main())\n", DiagnosticSeverity.Note)]
    [InlineData("shop/jobs.py", "async def other():\n    await main()\n", DiagnosticSeverity.Warning)]
    [InlineData("shop/jobs.py", "", DiagnosticSeverity.Warning)]
    [InlineData("shop/commands/jobs.py", "", DiagnosticSeverity.Note)]
    public void A_call_in_a_coroutine_that_is_alone_on_its_loop_is_a_note(string path, string rest, DiagnosticSeverity expected) =>
        AnalysisDriver.Run(
            RepositoryFiles.InMemory((path, $"import asyncio, time\n\nasync def main():\n    time.sleep(1)\n\n{rest}")),
            new AnalysisOptions { Today = new DateOnly(2026, 1, 15), Jobs = 1, Knowledge = LibraryTables.Knowledge },
            [new BlockingCallInAsync()]).Findings.Single().Diagnostic.Severity.ShouldBe(expected);
}
