namespace StaticReadiness.Python.Tests.Semantics;

public sealed class TypeTests
{
    [Theory]
    [InlineData("x: 'Optional[Client]'", "httpx.Client")]
    [InlineData("x: Client | None", "httpx.Client")]
    [InlineData("x: Union[Client, None]", "httpx.Client")]
    [InlineData("x: Union[Client, Session]", null)]
    [InlineData("x: Annotated[Client, 1]", "httpx.Client")]
    [InlineData("x: Annotated[Any, Depends(get_session)]", "requests.Session")]
    [InlineData("x=Depends(get_session)", "requests.Session")]
    [InlineData("x: 'list[Client]'", "builtins.list[httpx.Client]")]
    [InlineData("x: type[Client]", "type httpx.Client")]
    [InlineData("x: Alias", "httpx.Client")]
    [InlineData("x", null)]
    [InlineData("x=None", null)]
    [InlineData("*x: Client", "builtins.tuple[httpx.Client]")]
    [InlineData("**x: Client", "builtins.dict[builtins.str, httpx.Client]")]
    [InlineData("x: Own", "main.Own")]
    [InlineData("x: 'Callable[[], Client]'", "typing.Callable[httpx.Client]")]
    public void A_parameter_has_the_type_its_annotation_or_dependency_gives(string parameter, string? expected) =>
        TestProject.Of($$"""
            from typing import Annotated, Any, Callable, Optional, Union
            from fastapi import Depends
            from httpx import Client
            from requests import Session
            Alias = Optional[Client]
            class Own: ...
            def get_session():
                yield Session()
            def f({{parameter}}):
                x  # here

            """).TypeAt("here").ShouldBe(expected);

    [Theory]
    [InlineData("x = Client()", "httpx.Client")]
    [InlineData("x = Client", "type httpx.Client")]
    [InlineData("x = make()", "httpx.Client")]
    [InlineData("x = typed()", "httpx.Client")]
    [InlineData("x = recursive(1)", "httpx.Client")]
    [InlineData("x = maybe()", "httpx.Client")]
    [InlineData("x = either()", null)]
    [InlineData("x = Pool().client", "httpx.Client")]
    [InlineData("x = Pool().other", null)]
    [InlineData("x = Pool().late", "httpx.Client")]
    [InlineData("x = Pool().prop", "httpx.Client")]
    [InlineData("x = Child().client", "httpx.Client")]
    [InlineData("x = Child().inherited()", "httpx.Client")]
    [InlineData("x = Pool.create()", "main.Pool")]
    [InlineData("x = Pool().me()", "main.Pool")]
    [InlineData("x = [Client()][0]", "httpx.Client")]
    [InlineData("x = {'a': Client()}['a']", "httpx.Client")]
    [InlineData("x = next_of({1: Client()})", "httpx.Client")]
    [InlineData("for x in [Client()]: ...", "httpx.Client")]
    [InlineData("a, x = 1, Client()", "httpx.Client")]
    [InlineData("a, x = pair()", "httpx.Client")]
    [InlineData("with Client() as x: ...", "httpx.Client")]
    [InlineData("with managed() as x: ...", "httpx.Client")]
    [InlineData("with Pool() as x: ...", "main.Pool")]
    [InlineData("x = Client() if a else None", "httpx.Client")]
    [InlineData("x = (y := Client())", "httpx.Client")]
    [InlineData("x = Client()\n    x = unknown()", null)]
    [InlineData("x = unknown()\n    x = Client()", "httpx.Client")]
    [InlineData("x = None\n    if a:\n        x = Client()", "httpx.Client")]
    [InlineData("x = unknown()\n    if a:\n        x = Client()", null)]
    [InlineData("x = Client()\n    for i in a:\n        x = unknown()", null)]
    [InlineData("x = [Client() for _ in a]", "builtins.list[httpx.Client]")]
    [InlineData("x = functools.partial(make)()", "httpx.Client")]
    [InlineData("x = later()", "typing.Coroutine[httpx.Client]")]
    [InlineData("x = f'{a}'", "builtins.str")]
    [InlineData("x, *rest = [Client()]", "httpx.Client")]
    [InlineData("first, *x = [Client()]", "builtins.list[httpx.Client]")]
    [InlineData("first, *x = pair()", null)]
    [InlineData("x = [Client()][1:][0]", "httpx.Client")]
    [InlineData("x = {k: Client() for k in a}['a']", "httpx.Client")]
    [InlineData("x = [i for i in [Client()] if i][0]", "httpx.Client")]
    [InlineData("x = Pool().settable", "httpx.Client")]
    [InlineData("x = Pool().cached", "httpx.Client")]
    [InlineData("x = Child().made", "httpx.Client")]
    [InlineData("x = Child().base_client()", "httpx.Client")]
    public void A_variable_has_the_type_of_what_reaches_it(string statement, string? expected) =>
        TestProject.Of($$"""
            import contextlib, functools
            from httpx import Client
            def make(): return Client()
            def typed() -> "Client": ...
            def recursive(n):
                if n: return recursive(n - 1)
                return Client()
            def maybe():
                if later: return Client()
                return None
            def either():
                if later: return Client()
                return unknown()
            def pair(): return 1, Client()
            def next_of(d):
                for v in {1: Client()}.values():
                    return v
            async def later(): return Client()
            @contextlib.contextmanager
            def managed():
                yield Client()
            class Pool:
                def __init__(self):
                    self.client = Client()
                    self.other = Client()
                    self.late = None
                def start(self, x):
                    self.other = x
                    self.late = Client()
                @property
                def prop(self): return self.client
                @classmethod
                def create(cls): return cls()
                def me(self): return self
                def inherited(self): return self.client
                def __enter__(self): return self
                @property
                def settable(self): return self.client
                @settable.setter
                def settable(self, value): self.client_name = value
                @functools.cached_property
                def cached(self): return Client()
                @classmethod
                def build(cls): return Client()
            class Child(Pool):
                def __init__(self):
                    super().__init__()
                    self.made = super().build()
                def base_client(self): return super().client
                def inherited(self):
                    return super().inherited()
            def f(a):
                {{statement}}
                x  # here

            """).TypeAt("here").ShouldBe(expected);

    [Fact]
    public void Bases_are_known_across_modules_and_into_libraries()
    {
        var project = TestProject.Of(
            ("base.py", "from fastapi import FastAPI\nclass Base(FastAPI): ...\nclass Mixin: ...\n"),
            ("main.py", "import base as b\nclass App(b.Mixin, b.Base):\n    pass\nApp().get('/')  # here\n"));
        var app = project.Compilation.FindSymbol("main.App").ShouldBeOfType<StaticReadiness.Python.Semantics.ClassSymbol>();
        app.Bases.ShouldBe(["base.Mixin", "base.Base"]);
        app.Mro.Select(c => c.QualifiedName).ShouldBe(["main.App", "base.Mixin", "base.Base", "fastapi.FastAPI", "starlette.applications.Starlette"]);
        app.IsSubclassOf("starlette.applications.Starlette").ShouldBeTrue();
        app.IsSubclassOf("flask.Flask").ShouldBeFalse();
        project.NameAt("here").ShouldBe("fastapi.FastAPI.get");
    }

    [Fact]
    public void A_type_that_doubles_at_each_function_is_cut()
    {
        var functions = string.Concat(Enumerable.Range(1, 60).Select(i => $"def f{i}(): return (f{i - 1}(), f{i - 1}())\n"));
        TestProject.Of($"def f0(): return 1\n{functions}x = f60()\nx  # here\n").TypeAt("here").ShouldStartWith("builtins.tuple");
    }

    [Fact]
    public void A_lattice_of_classes_is_searched_once()
    {
        var classes = string.Concat(Enumerable.Range(1, 60).Select(i => $"class A{i}(A{i - 1}, B{i - 1}): ...\nclass B{i}(A{i - 1}, B{i - 1}): ...\n"));
        TestProject.Of($"import httpx\nclass A0:\n    client = httpx.Client()\nclass B0: ...\n{classes}A60().client.get()  # here\n").NameAt("here").ShouldBe("httpx.Client.get");
    }

    [Fact]
    public void A_line_of_thousands_of_classes_ends()
    {
        var classes = string.Concat(Enumerable.Range(1, 3000).Select(i => $"class C{i}(C{i - 1}): ...\n"));
        TestProject.Of($"class C0: ...\n{classes}x = C3000()\nx  # here\n").TypeAt("here").ShouldBe("main.C3000");
    }
}
