using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Python.Tests.Semantics;

/// <summary>What running a function does, itself and through what it runs.</summary>
public sealed class SummaryTests
{
    private const string Helpers = """
        import asyncio, contextlib, httpx, os, time, wholly
        from functools import lru_cache

        class OwnError(ValueError): ...
        class Stop(BaseException): ...

        def fail(): raise OwnError("x")
        def fail_key(): raise KeyError
        def stop(): raise Stop()
        def deep(): fail()
        def slow(): time.sleep(1)
        def configure(): return os.environ["X"]
        def opened():
            with open("f") as f:
                return f
        async def start(): asyncio.create_task(slow())
        async def wait(client: httpx.AsyncClient): await client.get("x")
        @lru_cache
        def once(): fail()
        def unknown(error): raise error
        def recursive(n):
            if n: recursive(n - 1)
            other(n)
        def other(n):
            recursive(n)
            fail()
        class Base:
            def run(self): raise NotImplementedError
            def load(self): raise NotImplementedError
        class One(Base):
            def run(self): fail()
            def load(self): fail()
        class Two(Base):
            def run(self): raise OwnError
            def load(self): fail_key()

        """;

    [Theory]
    [InlineData("fail()", "raises main.OwnError: main.fail > main.OwnError")]
    [InlineData("deep()", "raises main.OwnError: main.deep > main.fail > main.OwnError")]
    [InlineData("raise TypeError('x')", "raises builtins.TypeError: builtins.TypeError")]
    [InlineData("error = TypeError('x')\n    raise error", "raises builtins.TypeError: builtins.TypeError")]
    [InlineData("unknown(1)", "")]
    [InlineData("recursive(1)", "raises main.OwnError: main.recursive > main.other > main.fail > main.OwnError")]
    [InlineData("once()", "raises main.OwnError: main.once > main.fail > main.OwnError")]
    [InlineData("try: fail()\n    except OwnError: pass", "")]
    [InlineData("try: fail()\n    except ValueError: pass", "")]
    [InlineData("try: fail()\n    except Exception: pass", "")]
    [InlineData("try: fail()\n    except: pass", "")]
    [InlineData("try: fail()\n    except (KeyError, OwnError): pass", "")]
    [InlineData("try: fail()\n    except KeyError: pass", "raises main.OwnError: main.fail > main.OwnError")]
    [InlineData("try: fail()\n    except wholly.Unknown: pass", "raises main.OwnError: main.fail > main.OwnError")]
    [InlineData("try: fail()\n    except a: pass", "")]
    [InlineData("try: stop()\n    except Exception: pass", "raises main.Stop: main.stop > main.Stop")]
    [InlineData("try: fail()\n    except OwnError: raise", "raises main.OwnError: main.fail > main.OwnError")]
    [InlineData("try: fail()\n    except OwnError as e:\n        if a: raise e", "raises main.OwnError: main.OwnError")]
    [InlineData("try: fail()\n    except OwnError as e: raise TypeError from e", "raises builtins.TypeError: builtins.TypeError")]
    [InlineData("try:\n        try: fail()\n        except OwnError: raise\n    except ValueError: pass", "")]
    [InlineData("try: pass\n    except OwnError: fail()", "raises main.OwnError: main.fail > main.OwnError")]
    [InlineData("try: pass\n    except OwnError: pass\n    else: fail()", "raises main.OwnError: main.fail > main.OwnError")]
    [InlineData("with contextlib.suppress(ValueError): fail()", "")]
    [InlineData("with contextlib.suppress(KeyError): fail()", "raises main.OwnError: main.fail > main.OwnError")]
    [InlineData("b.run()", "raises main.OwnError: main.Two.run > main.OwnError")]
    [InlineData("b.load()", "")]
    [InlineData("slow()", "blocks sleep: main.slow > time.sleep")]
    [InlineData("asyncio.to_thread(slow)", "")]
    [InlineData("asyncio.to_thread(configure)", "readsenvironment : main.configure > os.environ.__getitem__")]
    [InlineData("opened()", "opens builtins.open: main.opened > builtins.open")]
    [InlineData("httpx.Client()", "opens httpx.Client: httpx.Client")]
    [InlineData("await start()", "spawns : main.start > asyncio.create_task")]
    [InlineData("await wait(a)", "awaits : main.wait > httpx.AsyncClient.get")]
    [InlineData("await a", "awaits : a")]
    [InlineData("start()", "")]
    [InlineData("def inner(): fail()", "")]
    public void A_fact_is_known_with_a_shortest_path_to_where_it_is_made(string statements, string expected)
    {
        var project = TestProject.Of(Helpers + $"async def f(a, b: Base):\n    {statements}\n");
        var function = (FunctionSymbol)project.Compilation.FindSymbol("main.f").ShouldNotBeNull();
        var summaries = project.Compilation.Summaries;
        var found = summaries.GetFacts(function).Where(fact => statements != "await start()" || fact.Kind == FactKind.Spawns)
            .Select(fact => $"{fact.Kind.ToString().ToLowerInvariant()} {fact.Subject}: {string.Join(" > ", summaries.FindWitness(function, fact).Select(step => step.CalleeName))}");
        string.Join("; ", found).ShouldBe(expected);
    }

    [Fact]
    public void What_an_abstract_method_raises_is_a_promise()
    {
        var compilation = TestProject.Of(Helpers).Compilation;
        compilation.Summaries.GetFacts((FunctionSymbol)compilation.FindSymbol("main.Base.run")!).ShouldBeEmpty();
    }
}
