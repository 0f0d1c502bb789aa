using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Repository.Tests.Projects;

public class SourceRootsTests
{
    private static string[] Find(params (string Path, string Content)[] files) => [.. SourceRoots.Find(RepositoryFiles.InMemory(files)).Directories];

    [Fact]
    public void A_flat_package_is_imported_from_the_root() => Find(("shop/__init__.py", ""), ("shop/cart.py", "")).ShouldBe([""]);

    [Fact]
    public void A_src_directory_is_a_root() => Find(("src/shop/__init__.py", ""), ("pyproject.toml", "")).ShouldBe(["", "src"]);

    [Fact]
    public void A_namespace_package_below_src_is_no_root_of_its_own() =>
        Find(("src/acme/shop/__init__.py", ""), ("src/acme/shop/cart.py", "from acme.shop import prices\n"), ("src/acme/shop/prices.py", "")).ShouldBe(["", "src"]);

    [Fact]
    public void A_service_whose_files_import_each_other_by_short_names_is_a_root() =>
        Find(("backend/main.py", "from app.api import router\n"), ("backend/app/__init__.py", ""), ("backend/app/api.py", "import app.db\n")).ShouldBe(["", "backend"]);

    [Fact]
    public void Directories_without_init_that_the_code_names_in_full_are_no_roots() =>
        Find(("main.py", "from app.clients.cache import get\n"), ("app/clients/cache.py", "import redis\n"), ("app/clients/redis.py", "")).ShouldBe([""]);

    [Fact]
    public void A_module_that_imports_its_namesake_is_no_evidence() =>
        Find(("app/clients/redis.py", "import redis\n")).ShouldBe([""]);

    [Fact]
    public void A_directory_that_no_module_name_can_spell_is_a_root() => Find(("order-service/shop/__init__.py", "")).ShouldBe(["", "order-service"]);

    [Fact]
    public void A_directory_with_manage_py_is_a_root() => Find(("web/manage.py", ""), ("web/shop/__init__.py", "")).ShouldBe(["", "web"]);

    [Theory]
    [InlineData("[tool.setuptools.packages.find]\nwhere = ['lib']\n")]
    [InlineData("[tool.setuptools.package-dir]\n'' = 'lib'\n")]
    [InlineData("[tool.poetry]\npackages = [{ include = 'shop', from = 'lib' }]\n")]
    [InlineData("[tool.pytest.ini_options]\npythonpath = 'lib'\n")]
    [InlineData("[tool.hatch.build.targets.wheel]\npackages = ['lib/shop']\n")]
    [InlineData("[tool.pytest.ini_options]\npythonpath = ['lib', '../outside', 'gone']\n")]
    public void A_tool_names_its_roots(string configuration) =>
        Find(("pyproject.toml", configuration), ("lib/shop/__init__.py", "")).ShouldBe(["", "lib"]);

    [Fact]
    public void Tests_and_scripts_are_roots_for_themselves_alone()
    {
        var roots = SourceRoots.Find(RepositoryFiles.InMemory(("shop/__init__.py", ""), ("tests/requests/__init__.py", ""), ("tests/test_a.py", ""), ("scripts/load.py", "")));

        roots.Directories.ShouldBe([""]);
        roots.LocalDirectories.ShouldBe(["scripts", "tests"]);
    }

    [Fact]
    public void The_nearest_root_names_a_file()
    {
        var roots = SourceRoots.Find(RepositoryFiles.InMemory(("services/a/pyproject.toml", ""), ("services/a/src/shop/__init__.py", ""), ("services/a/src/shop/x.py", "")));

        roots.RootOf("services/a/src/shop/x.py").ShouldBe("services/a/src");
        roots.RootOf("services/b.py").ShouldBe("");
    }
}
