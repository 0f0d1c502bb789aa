using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Python.Tests.Semantics;

public sealed class CallGraphTests
{
    [Theory]
    [InlineData(true, "tests.unused.alone: 1, tests.used.helper: 1, tests.used.other: 1")]
    [InlineData(false, "tests.unused.alone: 0, tests.used.helper: 1, tests.used.other: 1")]
    public void Calls_of_tests_are_left_out_unless_other_code_calls_into_their_file(bool all, string expected)
    {
        (string, string)[] files =
        [
            ("shop.py", "from tests import used\ndef sell():\n    used.helper()\n"),
            ("tests/__init__.py", ""),
            ("tests/used.py", "import time\ndef helper():\n    other()\ndef other():\n    time.sleep(1)\n"),
            ("tests/unused.py", "import shop\ndef alone():\n    shop.sell()\n"),
        ];
        var graph = (all ? TestProject.Of(files) : TestProject.WithoutCallsOfTests(files)).Compilation.CallGraph;
        string.Join(", ", graph.Functions.Where(function => function.Tree.Path.StartsWith("tests/", StringComparison.Ordinal) && !function.IsModuleBody)
            .Select(function => $"{function.QualifiedName}: {graph.GetCalls(function).Length}").Order(StringComparer.Ordinal)).ShouldBe(expected);
        graph.GetEffects(graph.Functions.Single(function => function.QualifiedName == "shop.sell")).ShouldNotBe(EffectKinds.None);
    }

    [Fact]
    public void A_blocking_call_is_found_through_helpers_with_the_shortest_path()
    {
        var project = TestProject.Of(
            ("shop/__init__.py", ""),
            ("shop/web.py", "from shop import helpers\nasync def handler():\n    helpers.first()\n"),
            ("shop/helpers.py", "import time\ndef first():\n    longer()\n    second()\ndef longer():\n    second()\ndef second():\n    time.sleep(1)\n"));
        Path(project, "shop.web.handler").ShouldBe("shop.helpers.first > shop.helpers.second > time.sleep");
    }

    [Theory]
    [InlineData("asyncio.to_thread(work)", "")]
    [InlineData("asyncio.to_thread(work, 1)", "")]
    [InlineData("asyncio.to_thread(work())", "main.work > time.sleep")]
    [InlineData("asyncio.create_task(work())", "main.work > time.sleep")]
    [InlineData("sync_to_async(work)()", "")]
    [InlineData("asyncio.to_thread(lambda: work())", "")]
    [InlineData("(lambda: work())()", "main.f.<locals>.<lambda> > main.work > time.sleep")]
    [InlineData("functools.partial(work, 1)()", "main.work > time.sleep")]
    [InlineData("asyncio.to_thread(functools.partial(work, 1))", "")]
    [InlineData("list(map(work, []))", "main.work > time.sleep")]
    [InlineData("asyncio.to_thread(time.sleep, 1)", "")]
    [InlineData("run()", "")]
    [InlineData("Job().result", "main.Job.result > time.sleep")]
    [InlineData("Job()()", "main.Job.__call__ > main.work > time.sleep")]
    [InlineData("Slow()", "main.Slow > time.sleep")]
    [InlineData("Child().base()", "main.Job.base > time.sleep")]
    [InlineData("decorated()", "main.work > time.sleep")]
    [InlineData("wrapped()", "")]
    [InlineData("later()", "")]
    [InlineData("recursive()", "main.recursive > time.sleep")]
    [InlineData("[work() for _ in x]", "main.work > time.sleep")]
    [InlineData("inner()", "main.f.<locals>.inner > time.sleep")]
    public void A_path_ends_where_work_is_handed_to_another_thread(string expression, string expected)
    {
        var project = TestProject.Of($$"""
            import asyncio, functools, time
            from asgiref.sync import sync_to_async

            def work(*a):
                time.sleep(1)

            @sync_to_async
            def run():
                time.sleep(1)

            def in_thread(g):
                @functools.wraps(g)
                async def wrapper(*a):
                    return await asyncio.to_thread(g, *a)
                return wrapper

            def logged(g):
                def wrapper(*a):
                    work()
                    return g(*a)
                return wrapper

            @logged
            def decorated(): ...

            @in_thread
            def wrapped():
                time.sleep(1)

            async def later():
                time.sleep(1)

            def recursive(n):
                if n: recursive(n - 1)
                else: other(n)
                time.sleep(1)

            def other(n): recursive(n)

            class Job:
                @property
                def result(self):
                    time.sleep(1)
                def __call__(self):
                    work()
                def base(self):
                    time.sleep(1)

            class Child(Job):
                def base(self):
                    return super().base()

            class Slow:
                def __init__(self):
                    time.sleep(1)

            async def f():
                def inner():
                    time.sleep(1)
                {{expression}}

            """);
        var path = Path(project, "main.f");
        if (expression == "Child().base()") path.ShouldBe("main.Child.base > main.Job.base > time.sleep");
        else if (expression == "decorated()") path.ShouldBe("main.logged.<locals>.wrapper > main.work > time.sleep");
        else path.ShouldBe(expected);
    }

    [Fact]
    public void An_awaited_call_of_a_library_does_not_block() =>
        Path(TestProject.Of("import httpx\nasync def f(c: httpx.Client):\n    await c.get('x')\n"), "main.f").ShouldBe("");

    [Fact]
    public void A_method_excepted_from_a_pattern_has_no_effect() =>
        Path(TestProject.Of("import httpx\ndef f(c: httpx.Client):\n    c.close()\n"), "main.f").ShouldBe("");

    [Fact]
    public void Effects_of_all_kinds_are_summed_up()
    {
        var project = TestProject.Of("import os, time\ndef f():\n    g()\n    os.getenv('X')\ndef g():\n    time.sleep(1)\n");
        var function = (FunctionSymbol)project.Compilation.FindSymbol("main.f")!;
        project.Compilation.CallGraph.GetEffects(function).ShouldBe(EffectKinds.Sleep | EffectKinds.Environment);
    }

    [Theory]
    [InlineData("gen()", "")]
    [InlineData("return gen()", "")]
    [InlineData("for _ in gen(): pass", "main.gen > time.sleep")]
    [InlineData("list(gen())", "main.gen > time.sleep")]
    [InlineData("x = [i for i in gen()]", "main.gen > time.sleep")]
    [InlineData("yield from gen()", "main.gen > time.sleep")]
    [InlineData("with managed(): pass", "main.managed > time.sleep")]
    [InlineData("manager = managed()", "")]
    [InlineData("cached()", "")]
    [InlineData("lock.acquire()", "threading.Lock.acquire")]
    [InlineData("lock.acquire(False)", "")]
    [InlineData("lock.acquire(blocking=False)", "")]
    [InlineData("lock.acquire(timeout=0)", "")]
    public void Only_code_that_runs_now_counts(string statement, string expected) =>
        Path(TestProject.Of($$"""
            import contextlib, functools, threading, time
            lock = threading.Lock()

            def gen():
                time.sleep(1)
                yield 1

            @contextlib.contextmanager
            def managed():
                time.sleep(1)
                yield

            @functools.lru_cache
            def cached():
                time.sleep(1)

            def f():
                {{statement}}

            """), "main.f").ShouldBe(expected);

    [Theory]
    [InlineData("global _x\n    if _x is None:\n        _x = work()", "")]
    [InlineData("global _x\n    if not _x:\n        _x = work()", "")]
    [InlineData("_x = None\n    if _x is None:\n        _x = work()", "main.work > time.sleep")]
    [InlineData("global _x\n    if _x is None:\n        work()", "main.work > time.sleep")]
    [InlineData("global _x\n    if _x is None:\n        _x = 1\n    else:\n        work()", "main.work > time.sleep")]
    public void Filling_an_empty_global_variable_happens_once(string statement, string expected) =>
        Path(TestProject.Of($"import time\n_x = None\ndef work():\n    time.sleep(1)\ndef f():\n    {statement}\n"), "main.f").ShouldBe(expected);

    [Fact]
    public void Reading_the_environment_by_index_is_noted()
    {
        var project = TestProject.Of("from os import environ\ndef f():\n    return environ['X']\n");
        project.Compilation.CallGraph.GetEffects((FunctionSymbol)project.Compilation.FindSymbol("main.f")!).ShouldBe(EffectKinds.Environment);
    }

    private static string Path(TestProject project, string function)
    {
        var symbol = project.Compilation.FindSymbol(function).ShouldBeOfType<FunctionSymbol>();
        return string.Join(" > ", project.Compilation.CallGraph.FindWitness(symbol, EffectKinds.Blocking).Select(s => s.CalleeName));
    }
}
