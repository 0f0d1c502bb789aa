namespace StaticReadiness.Python.Tests.Semantics;

/// <summary>What is known of a value that is one of several.</summary>
public sealed class UnionTests
{
    private const string Declarations = """
        import contextlib
        from typing import Mapping, Optional, Union
        from httpx import Client
        from requests import Session
        class Base:
            def shared(self): return Client()
            def me(self): return self
        class Left(Base):
            client = Client()
            items = [Client()]
            def make(self): return Client()
            def either(self): return Client()
            def only(self): return Client()
            def __enter__(self): return Client()
            def __getitem__(self, key): return Client()
            def __call__(self): return Client()
            async def later(self): return Client()
            def maybe(self): return None
        class Right(Base):
            client = Client()
            items = (Client(), Client())
            def make(self): return Client()
            def either(self): return Session()
            def __enter__(self): return Client()
            def __getitem__(self, key): return Client()
            def __call__(self): return Client()
            async def later(self): return Client()
            def maybe(self): return Client()
        class Other:
            def make(self): return Session()

        """;

    [Theory]
    [InlineData("u.client", "httpx.Client")]
    [InlineData("u.make()", "httpx.Client")]
    [InlineData("u.either()", null)]
    [InlineData("u.only()", null)]
    [InlineData("u.shared()", "httpx.Client")]
    [InlineData("u.maybe()", "httpx.Client")]
    [InlineData("u[0]", "httpx.Client")]
    [InlineData("u()", "httpx.Client")]
    [InlineData("await u.later()", "httpx.Client")]
    [InlineData("[x for x in u.items][0]", "httpx.Client")]
    [InlineData("u", null)]
    [InlineData("u.me()", "main.Base")]
    [InlineData("o.make()", "httpx.Client")]
    [InlineData("v.make()", "httpx.Client")]
    [InlineData("w.make()", "httpx.Client")]
    [InlineData("many.make()", null)]
    [InlineData("self.attribute.make()", "httpx.Client")]
    [InlineData("{'a': u}['a'].make()", "httpx.Client")]
    [InlineData("(Left() if u else Right()).make()", "httpx.Client")]
    [InlineData("(u or Left()).make()", "httpx.Client")]
    public void A_member_of_a_union_has_the_type_all_alternatives_agree_on(string expression, string? expected) =>
        TestProject.Of(Declarations + $$"""
            class Holder:
                def __init__(self, flag):
                    self.attribute = Left() if flag else None
                def other(self):
                    self.attribute = Right()
                async def f(self, u: Left | Right, o: "Optional[Union[Left, Right]]", many: Union[Left, Other, int, str, bytes], a):
                    if a:
                        v = Left()
                    else:
                        v = Right()
                    w = None
                    for w in [Left(), Right()]:
                        pass
                    x = {{expression}}
                    x  # here

            """).TypeAt("here").ShouldBe(expected);

    [Fact]
    public void What_a_with_statement_enters_can_be_a_union() =>
        TestProject.Of(Declarations + "def f(u: Left | Right):\n    with u as x:\n        x  # here\n").TypeAt("here").ShouldBe("httpx.Client");

    [Fact]
    public void A_dependency_tells_which_alternative_is_meant() =>
        TestProject.Of(Declarations + "from fastapi import Depends\ndef get(): return Left()\ndef f(u: Left | Right = Depends(get)):\n    u  # here\n").TypeAt("here").ShouldBe("main.Left");

    [Fact]
    public void A_method_of_a_union_has_no_single_name() =>
        TestProject.Of(Declarations + "def f(u: Left | Right):\n    u.make()  # here\n").NameAt("here").ShouldBeNull();

    [Theory]
    [InlineData("if isinstance(u, Left):\n        u  # here", "main.Left")]
    [InlineData("if isinstance(u, Left):\n        pass\n    else:\n        u  # here", "main.Right")]
    [InlineData("if not isinstance(u, Left):\n        u  # here", "main.Right")]
    [InlineData("if not isinstance(u, Left):\n        return\n    u  # here", "main.Left")]
    [InlineData("if not isinstance(u, Left):\n        raise TypeError\n    u  # here", "main.Left")]
    [InlineData("if isinstance(u, Left):\n        return\n    u  # here", "main.Right")]
    [InlineData("if isinstance(u, Left):\n        pass\n    u  # here", null)]
    [InlineData("if isinstance(u, (Left, Right)):\n        u  # here", null)]
    [InlineData("if isinstance(u, Left | Other):\n        u  # here", "main.Left")]
    [InlineData("if isinstance(u, Left) and a:\n        u  # here", "main.Left")]
    [InlineData("if isinstance(u, Left) and a:\n        pass\n    else:\n        u  # here", null)]
    [InlineData("if isinstance(u, Left) or a:\n        u  # here", null)]
    [InlineData("if isinstance(u, Left) or a:\n        return\n    u  # here", "main.Right")]
    [InlineData("if not (isinstance(u, Left) and a):\n        return\n    u  # here", "main.Left")]
    [InlineData("if a:\n        return\n    elif isinstance(u, Left):\n        u  # here", "main.Left")]
    [InlineData("if a:\n        pass\n    elif isinstance(u, Left):\n        pass\n    else:\n        u  # here", "main.Right")]
    [InlineData("assert isinstance(u, Left)\n    u  # here", "main.Left")]
    [InlineData("while isinstance(u, Left):\n        u  # here", "main.Left")]
    [InlineData("while isinstance(u, Left):\n        u  # here\n        u = a", "main.Left")]
    [InlineData("if isinstance(u, Left):\n        u = a\n        u  # here", null)]
    [InlineData("if isinstance(u, Left):\n        for _ in a:\n            u  # here\n            u = a", null)]
    [InlineData("if isinstance(a, Left):\n        a  # here", "main.Left")]
    [InlineData("if isinstance(a, unknown):\n        a  # here", null)]
    [InlineData("if isinstance(a, (Left, unknown)):\n        a  # here", null)]
    [InlineData("if not isinstance(a, Left):\n        a  # here", null)]
    [InlineData("if isinstance(b, Left):\n        b  # here", "main.Left")]
    [InlineData("if isinstance(n, Base):\n        n  # here", "main.Left")]
    [InlineData("if isinstance(d, Mapping):\n        d  # here", "builtins.dict[builtins.str, httpx.Client]")]
    [InlineData("if isinstance(s, str):\n        return\n    s  # here", "builtins.list[httpx.Client]")]
    [InlineData("x = u if isinstance(u, Left) else None\n    x  # here", "main.Left")]
    [InlineData("x = isinstance(u, Left) and u\n    x  # here", "main.Left")]
    [InlineData("x = [i for i in [u] if isinstance(i, Left)][0]\n    x  # here", "main.Left")]
    [InlineData("x = [u for _ in a if isinstance(u, Left)][0]\n    x  # here", "main.Left")]
    [InlineData("if isinstance(u, Left):\n        x = [u for _ in a][0]\n        x  # here", "main.Left")]
    [InlineData("match u:\n        case Left():\n            u  # here", "main.Left")]
    [InlineData("match u:\n        case Left():\n            pass\n        case _:\n            u  # here", "main.Right")]
    [InlineData("match u:\n        case Left(client=1):\n            pass\n        case _:\n            u  # here", null)]
    [InlineData("match a:\n        case Left() as x:\n            x  # here", "main.Left")]
    [InlineData("match u:\n        case Left() | Other():\n            u  # here", "main.Left")]
    [InlineData("match (b, a):\n        case (Left() as x, _):\n            x  # here", "main.Left")]
    public void A_test_of_the_type_narrows_it(string statements, string? expected) =>
        TestProject.Of(Declarations + $"def f(a, u: Left | Right, b: Base, n: Left, d: dict[str, Client], s: 'str | list[Client]'):\n    {statements}\n").TypeAt("here").ShouldBe(expected);
}
