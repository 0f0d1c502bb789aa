using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Python.Tests.Semantics;

/// <summary>Calls whose function depends on the class of an object: abstract methods and unions.</summary>
public sealed class DispatchTests
{
    private const string Stores = """
        import time
        from abc import ABC, abstractmethod
        from typing import Protocol
        from httpx import Client

        class Store(ABC):
            @abstractmethod
            def save(self):
                time.sleep(1)
            def load(self):
                "Loads."
                raise NotImplementedError("load")
            def drop(self): ...
            def lone(self): raise NotImplementedError
            def concrete(self): time.sleep(1)
            def same(self): time.sleep(1)
            def template(self): self.load()
            @property
            @abstractmethod
            def size(self): ...
            @abstractmethod
            async def later(self): ...
            def nothing(self): raise NotImplementedError
            def mixed(self): raise NotImplementedError

        class Disk(Store):
            def save(self):
                super().save()
            def load(self): time.sleep(1)
            def drop(self): time.sleep(1)
            def lone(self): time.sleep(1)
            def concrete(self): pass
            def same(self): time.sleep(2)
            @property
            def size(self): time.sleep(1)
            async def later(self): time.sleep(1)
            def mixed(self): time.sleep(1)

        class Memory(Store):
            def save(self): pass
            def load(self): self.wait()
            def wait(self): time.sleep(1)
            def drop(self): pass
            @property
            def size(self): return 1
            async def later(self): pass
            async def mixed(self): time.sleep(1)

        class Half(Store):
            def other(self): pass

        class Gate(Protocol):
            def open(self): time.sleep(1)
            def shut(self): ...

        """;

    [Theory]
    [InlineData("s.load()", "main.Disk.load > time.sleep")]
    [InlineData("s.save()", "")]
    [InlineData("s.drop()", "")]
    [InlineData("s.lone()", "main.Disk.lone > time.sleep")]
    [InlineData("s.concrete()", "")]
    [InlineData("s.same()", "main.Store.same > time.sleep")]
    [InlineData("d.same()", "main.Disk.same > time.sleep")]
    [InlineData("m.same()", "main.Store.same > time.sleep")]
    [InlineData("s.template()", "main.Store.template > main.Disk.load > time.sleep")]
    [InlineData("s.nothing()", "")]
    [InlineData("s.size", "")]
    [InlineData("s.mixed()", "")]
    [InlineData("await s.later()", "")]
    [InlineData("d.save()", "main.Disk.save > main.Store.save > time.sleep")]
    [InlineData("Disk().load()", "main.Disk.load > time.sleep")]
    [InlineData("m.save()", "")]
    [InlineData("g.shut()", "")]
    [InlineData("u.load()", "main.Disk.load > time.sleep")]
    [InlineData("u.save()", "")]
    [InlineData("c.get('x')", "httpx.Client.get")]
    [InlineData("c.close()", "")]
    [InlineData("h.load()", "main.Disk.load > time.sleep")]
    public void Only_what_all_alternatives_do_is_sure(string statement, string expected)
    {
        var project = TestProject.Of(Stores + $"async def f(s: Store, d: Disk, m: Memory, g: Gate, u: Disk | Memory, c: Client | Peer, h: Half):\n    {statement}\nclass Peer(Client): pass\n");
        var function = (FunctionSymbol)project.Compilation.FindSymbol("main.f").ShouldNotBeNull();
        var path = project.Compilation.CallGraph.FindWitness(function, EffectKinds.Blocking);
        string.Join(" > ", path.Select(step => step.CalleeName)).ShouldBe(expected);
        ((project.Compilation.CallGraph.GetEffects(function) & EffectKinds.Blocking) != EffectKinds.None).ShouldBe(expected.Length > 0);
    }

    [Fact]
    public void Alternatives_that_call_each_other_end()
    {
        var project = TestProject.Of("""
            import time
            class Base:
                def run(self): raise NotImplementedError
            class One(Base):
                def __init__(self, inner: Base):
                    self.inner = inner
                def run(self):
                    self.inner.run()
                    time.sleep(1)
            class Two(Base):
                def run(self): time.sleep(2)
            def f(base: Base):
                base.run()

            """);
        var graph = project.Compilation.CallGraph;
        graph.GetEffects((FunctionSymbol)project.Compilation.FindSymbol("main.f")!).ShouldBe(EffectKinds.Sleep);
    }

    [Fact]
    public void An_abstract_method_tells_nothing_of_its_result() =>
        TestProject.Of("class Base:\n    def make(self): raise NotImplementedError\ndef f(b: Base):\n    x = b.make() or Base()\n    x  # here\n").TypeAt("here").ShouldBeNull();
}
