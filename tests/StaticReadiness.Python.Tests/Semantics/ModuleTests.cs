using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Tests.Semantics;

public sealed class ModuleTests
{
    [Theory]
    [InlineData("src/shop/cart.py", "src", "shop.cart")]
    [InlineData("src/shop/__init__.py", "src", "shop")]
    [InlineData("shop/cart.py", "", "shop.cart")]
    [InlineData("shop/cart.pyi", ".", "shop.cart")]
    [InlineData("shop/cart.py", "src", null)]
    [InlineData("srcs/cart.py", "src", null)]
    [InlineData("my.app/cart.py", "", null)]
    public void A_file_is_named_below_its_source_root(string path, string root, string? expected) => ModuleNames.FromPath(path, root).ShouldBe(expected);

    [Theory]
    [InlineData("shop.web", 1, "", "shop.web")]
    [InlineData("shop.web", 1, "cart", "shop.web.cart")]
    [InlineData("shop.web", 2, "cart", "shop.cart")]
    [InlineData("shop.web", 3, "cart", "cart")]
    [InlineData("shop.web", 4, "cart", null)]
    [InlineData("shop", 0, "os.path", "os.path")]
    public void A_relative_import_starts_at_the_package(string package, int level, string module, string? expected) =>
        ModuleNames.ResolveRelative(package, level, module).ShouldBe(expected);

    [Fact]
    public void A_star_import_brings_what_all_names_and_else_what_has_no_underscore()
    {
        var project = TestProject.Of(
            ("a.py", "__all__ = ['_x']\n__all__ += ['y']\n_x = open\ny = print\nz = len\n"),
            ("b.py", "x = open\n_y = print\n"),
            ("main.py", "from a import *\nfrom b import *\n_x()  # one\ny()  # two\nz()  # three\nx()  # four\n_y()  # five\n"));
        project.NameAt("one").ShouldBe("builtins.open");
        project.NameAt("two").ShouldBe("builtins.print");
        project.NameAt("three").ShouldBeNull();
        project.NameAt("four").ShouldBe("builtins.open");
        project.NameAt("five").ShouldBeNull();
    }

    [Fact]
    public void Modules_that_import_each_other_are_resolved()
    {
        var project = TestProject.Of(
            ("a.py", "from b import g\nfrom b import lost\ndef f(): return g()\n"),
            ("b.py", "from a import f\nfrom a import lost\ndef g(): return f()\n"),
            ("main.py", "from a import f, lost\nf()  # one\nlost()  # two\nf().x()  # three\n"));
        project.NameAt("one").ShouldBe("a.f");
        project.NameAt("two").ShouldBeNull();
        project.NameAt("three").ShouldBeNull();
    }

    [Fact]
    public void A_namespace_package_and_a_submodule_are_found()
    {
        var project = TestProject.Of(
            ("plugins/one/tool.py", "def run(): ...\n"),
            ("main.py", "import plugins.one.tool\nfrom plugins import one\nfrom plugins.one import tool as t\nplugins.one.tool.run()  # one\none.tool.run()  # two\nt.run()  # three\n"));
        foreach (var marker in new[] { "one", "two", "three" }) project.NameAt(marker).ShouldBe("plugins.one.tool.run");
    }

    [Fact]
    public void Of_two_modules_with_one_name_the_nearest_is_meant()
    {
        var project = TestProject.Of(
            ("one/manage.py", ""), ("one/app/__init__.py", ""), ("one/app/views.py", "from app.models import A\nA  # here\n"), ("one/app/models.py", "class A: ...\n"),
            ("two/manage.py", ""), ("two/app/__init__.py", ""), ("two/app/views.py", "from app.models import A\nA  # here\n"), ("two/app/models.py", "import x\nA = x.B\n"));
        project.NameAt("here", "one/app/views.py").ShouldBe("app.models.A");
        project.NameAt("here", "two/app/views.py").ShouldBe("x.B");
    }

    [Fact]
    public void A_summary_survives_being_written_and_read()
    {
        var tree = SyntaxTree.Parse(SourceText.From("import os as o\nfrom .a import *\nif TYPE_CHECKING:\n    from b import c\ndef f():\n    try:\n        import d\n    except ImportError: ...\n__all__ = ('f',)\n"), "p/__init__.py");
        var summary = ModuleSummary.Create(tree);
        var copy = SummarySerializer.Read(SummarySerializer.Write(summary));
        copy.IsPackage.ShouldBeTrue();
        copy.Imports.ShouldBe(summary.Imports);
        copy.Names.ShouldBe(["o", "c", "f", "__all__"]);
        copy.ExportedNames.ShouldNotBeNull().ShouldBe(["f"]);
        copy.Imports.Select(i => i.Context).ShouldBe([ImportContext.None, ImportContext.None, ImportContext.TypeChecking, ImportContext.InFunction | ImportContext.Optional]);
    }
}
