using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Tests.Frameworks;

public class BoundariesOfSeveralProjectsTests
{
    private const string App = "from fastapi import FastAPI\napp = FastAPI()\n";

    private const string Handler = "from fastapi import FastAPI\napp = FastAPI()\n@app.exception_handler(Exception)\ndef on_error(request, exc):\n    return None\n";

    [Fact]
    public void A_handler_of_one_service_is_none_of_the_next()
    {
        var files = RepositoryFiles.InMemory(
            ("cart/pyproject.toml", "[project]\nname = 'cart'\n"), ("cart/main.py", Handler), ("stock/pyproject.toml", "[project]\nname = 'stock'\n"), ("stock/main.py", App));
        var options = new AnalysisOptions { Today = new DateOnly(2026, 1, 15), Jobs = 1, Knowledge = LibraryTables.Knowledge, ApplicationConstructors = LibraryTables.ApplicationConstructors };

        var projects = AnalysisDriver.Load(files, options);

        FrameworkModel.Of(projects[0]).Applications.ShouldHaveSingleItem().Boundaries.ShouldHaveSingleItem().Location.Path.ShouldBe("cart/main.py");
        FrameworkModel.Of(projects[1]).Applications.ShouldHaveSingleItem().Boundaries.ShouldBeEmpty();
    }
}
