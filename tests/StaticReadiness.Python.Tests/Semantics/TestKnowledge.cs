using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Python.Tests.Semantics;

/// <summary>A little knowledge of libraries for tests.</summary>
internal static class TestKnowledge
{
    public static LibraryKnowledge Create()
    {
        var knowledge = new LibraryKnowledge();
        knowledge.AddAlias("requests.sessions.Session", "requests.Session");
        knowledge.AddClass("httpx.Client", ["httpx.BaseClient"]);
        knowledge.AddClass("httpx.AsyncClient", ["httpx.BaseClient"]);
        knowledge.AddClass("sqlalchemy.orm.sessionmaker", []);
        knowledge.AddClass("fastapi.FastAPI", ["starlette.applications.Starlette"]);
        foreach (var name in new[] { "list", "dict", "set", "tuple", "str", "int" }) knowledge.AddClass("builtins." + name, []);
        knowledge.AddElement("builtins.list", TypeExpression.Parse("$0"));
        knowledge.AddElement("builtins.dict", TypeExpression.Parse("$0"));
        knowledge.AddElement("typing.Generator", TypeExpression.Parse("$0"));
        knowledge.AddElement("typing.Iterator", TypeExpression.Parse("$0"));
        knowledge.AddReturn("builtins.dict.values", TypeExpression.Parse("typing.Iterator[$1]"));
        knowledge.AddReturn("sqlalchemy.create_engine", TypeExpression.Parse("sqlalchemy.Engine"));
        knowledge.AddReturn("sqlalchemy.orm.sessionmaker.__call__", TypeExpression.Parse("sqlalchemy.orm.Session"));
        knowledge.AddReturn("sqlalchemy.orm.Session.__enter__", TypeExpression.Parse("$self"));
        knowledge.AddReturn("httpx.BaseClient.__enter__", TypeExpression.Parse("$self"));
        knowledge.AddReturn("httpx.AsyncClient.__aenter__", TypeExpression.Parse("$self"));
        knowledge.AddReturn("contextlib.AbstractContextManager.__enter__", TypeExpression.Parse("$0"));
        knowledge.AddReturn("httpx.AsyncClient.get", TypeExpression.Parse("await httpx.Response"));
        knowledge.AddReturn("typing.Callable.__call__", TypeExpression.Parse("$0"));
        knowledge.AddReturn("functools.partial", TypeExpression.Parse("partial @0"));
        knowledge.AddAttribute("starlette.requests.Request.app", TypeExpression.Parse("starlette.applications.Starlette"));
        knowledge.AddEffect(new LibraryEffect("time.sleep", EffectKinds.Sleep, EffectWeight.Heavy, "asyncio.sleep"));
        knowledge.AddEffect(new LibraryEffect("httpx.Client.*", EffectKinds.Http, EffectWeight.Heavy, "httpx.AsyncClient"));
        knowledge.AddEffect(new LibraryEffect("httpx.Client.close", EffectKinds.None, EffectWeight.Light, ""));
        knowledge.AddEffect(new LibraryEffect("os.getenv", EffectKinds.Environment, EffectWeight.Light, ""));
        knowledge.AddEffect(new LibraryEffect("os.environ.__getitem__", EffectKinds.Environment, EffectWeight.Light, ""));
        knowledge.AddEffect(new LibraryEffect("threading.Lock.acquire", EffectKinds.Wait, EffectWeight.Light, ""));
        knowledge.AddEffect(new LibraryEffect("asyncio.create_task", EffectKinds.Spawn, EffectWeight.Light, ""));
        knowledge.AddOpener("builtins.open");
        knowledge.AddOpener("httpx.Client");
        foreach (var (name, parent) in new[] { ("BaseException", ""), ("Exception", "BaseException"), ("LookupError", "Exception"), ("KeyError", "LookupError"), ("ValueError", "Exception"), ("TypeError", "Exception"), ("NotImplementedError", "Exception") })
            knowledge.AddClass("builtins." + name, parent.Length == 0 ? [] : ["builtins." + parent]);
        knowledge.AddOffload(new LibraryOffload("asyncio.to_thread", OffloadForm.Call, 0));
        knowledge.AddOffload(new LibraryOffload("asgiref.sync.sync_to_async", OffloadForm.Wrapper, 0));
        knowledge.AddOffload(new LibraryOffload("builtins.map", OffloadForm.Inline, 0));
        knowledge.AddOffload(new LibraryOffload("asyncio.create_task", OffloadForm.Schedule, 0));
        return knowledge;
    }
}
