using static StaticReadiness.Analyzers.Tests.Frameworks.FrameworkModels;

namespace StaticReadiness.Analyzers.Tests.Frameworks;

/// <summary>Values of a program that name themselves or double at each name: they end, and what can be told of them is told.</summary>
public sealed class SelfReferenceTests
{
    private const string Settings = "ROOT_URLCONF = 'shop.urls'\n";

    [Fact]
    public void Both_lists_of_a_sum_of_urls_are_read() =>
        Routes(Model(("shop/settings.py", Settings), ("shop/__init__.py", ""), ("shop/urls.py", """
            from django.urls import path

            def home(request): ...

            def panel(request): ...

            urlpatterns = [path("", home)] + [path("panel/", panel)]
            """))).ShouldBe(["*  shop.urls.home", "* panel/ shop.urls.panel"]);

    [Fact]
    public void Lists_of_urls_that_double_at_each_name_end()
    {
        var lists = string.Concat(Enumerable.Range(1, 40).Select(i => $"urls{i} = urls{i - 1} + urls{i - 1}\n"));
        var model = Model(("shop/settings.py", Settings), ("shop/__init__.py", ""), ("shop/urls.py", $"from django.urls import path\n\ndef home(request): ...\n\nurls0 = [path('', home)]\n{lists}urlpatterns = urls40\n"));
        model.Routes.ShouldNotBeEmpty();
    }

    [Fact]
    public void Urlconfs_that_include_each_other_end() =>
        Routes(Model(
            ("shop/settings.py", Settings),
            ("shop/__init__.py", ""),
            ("shop/urls.py", "from django.urls import include, path\n\ndef home(request): ...\n\nurlpatterns = [path('', home), path('a/', include('shop.more')), path('b/', include(urlpatterns))]\n"),
            ("shop/more.py", "from django.urls import include, path\nfrom shop.urls import home\n\nurlpatterns = [path('c/', home), path('', include('shop.urls'))]\n"))).ShouldContain("* a/c/ shop.urls.home");

    [Fact]
    public void A_list_of_Tornado_handlers_that_names_itself_ends() =>
        Routes(Model(("main.py", """
            import tornado.web

            class Home(tornado.web.RequestHandler):
                def get(self): ...

            class About(tornado.web.RequestHandler):
                def get(self): ...

            routes = [*routes, (r"/", Home)] + [(r"/about", About)] + routes
            app = tornado.web.Application([*routes])
            """))).ShouldBe(["GET / main.Home", "GET /about main.About"]);

    [Fact]
    public void Exceptions_that_stand_for_each_other_end() =>
        Model(("main.py", """
            from fastapi import FastAPI

            First = Second
            Second = Third
            Third = First
            app = FastAPI()
            app.add_exception_handler(First, answer)
            """)).Applications.Single().Boundaries.ShouldBeEmpty();

    [Fact]
    public void Routers_that_include_each_other_end()
    {
        var includes = string.Concat(Enumerable.Range(0, 8).Select(i => $"a.include_router(b, prefix='/b{i}')\nb.include_router(a, prefix='/a{i}')\n"));
        var model = Model(("main.py", $"from fastapi import APIRouter, FastAPI\n\napp = FastAPI()\na = APIRouter()\nb = APIRouter()\n{includes}app.include_router(a)\n\n@a.get('/')\ndef home(): ...\n"));
        model.Routes.ShouldNotBeEmpty();
    }
}
