using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using static StaticReadiness.Analyzers.Tests.Frameworks.FrameworkModels;

namespace StaticReadiness.Analyzers.Tests.Frameworks;

/// <summary>Pins what the model of web frameworks believes of small projects; the expected routes are what the frameworks' documentation says they serve.</summary>
public class FrameworkModelTests
{
    [Fact]
    public void FastApi_prefixes_of_routers_and_of_their_inclusion_join()
    {
        var model = Model(
            ("shop/main.py", """
                from fastapi import FastAPI
                from shop.api import api

                app = FastAPI()
                app.include_router(api, prefix="/v1")
                """),
            ("shop/api.py", """
                from fastapi import APIRouter
                from shop import items

                api = APIRouter(prefix="/api")
                api.include_router(items.router, prefix="/items")
                """),
            ("shop/items.py", """
                from fastapi import APIRouter

                router = APIRouter()

                @router.get("/{number}")
                async def show(number: int):
                    return number

                @router.api_route("/", methods=["POST", "PUT"])
                def create():
                    return None
                """));
        Routes(model).ShouldBe(["GET /v1/api/items/{number} shop.items.show", "POST,PUT /v1/api/items/ shop.items.create"]);
        Places(model).ShouldBe(["shop.items.show Route Loop", "shop.items.create Route Thread"]);
    }

    [Fact]
    public void FastApi_dependencies_are_handlers_of_their_own()
    {
        var model = Model(("shop/main.py", """
            from typing import Annotated
            from fastapi import Depends, FastAPI

            app = FastAPI()

            async def user():
                return None

            def session():
                yield None

            @app.get("/")
            async def home(user: Annotated[str, Depends(user)], session=Depends(session)):
                return None
            """));
        Places(model).ShouldBe(["shop.main.user Dependency Loop", "shop.main.session Dependency Thread", "shop.main.home Route Loop"]);
    }

    [Fact]
    public void Flask_blueprints_nest()
    {
        var model = Model(
            ("shop/__init__.py", """
                from flask import Flask
                from shop.admin import admin

                def create_app():
                    app = Flask(__name__)
                    app.register_blueprint(admin, url_prefix="/admin")
                    return app
                """),
            ("shop/admin.py", """
                from flask import Blueprint

                admin = Blueprint("admin", __name__)
                users = Blueprint("users", __name__, url_prefix="/users")
                admin.register_blueprint(users)

                @users.route("/<int:number>", methods=["GET", "DELETE"])
                def user(number):
                    return ""
                """));
        Routes(model).ShouldBe(["DELETE,GET /admin/users/<int:number> shop.admin.user"]);
        model.Applications.Single().Factory!.QualifiedName.ShouldBe("shop.create_app");
    }

    [Fact]
    public void Starlette_mounts_hold_applications_with_routes_of_their_own()
    {
        var model = Model(("shop/main.py", """
            from starlette.applications import Starlette
            from starlette.routing import Mount, Route

            async def home(request):
                return None

            api = Starlette(routes=[])
            app = Starlette(routes=[Route("/", home), Mount("/api", app=api)])
            """));
        Routes(model).ShouldBe(["GET / shop.main.home"]);
        model.Applications.Select(application => application.IsMounted).ShouldBe([true, false]);
    }

    [Fact]
    public void Litestar_runs_a_plain_function_on_the_loop_unless_told_otherwise()
    {
        var model = Model(("shop/main.py", """
            from litestar import Controller, Litestar, get, post

            class Items(Controller):
                path = "/items"

                @get("/{number:int}")
                def show(self, number: int) -> int:
                    return number

                @post(sync_to_thread=True)
                def create(self) -> None:
                    return None

            app = Litestar(route_handlers=[Items])
            """));
        Routes(model).ShouldBe(["GET /items/{number:int} shop.main.Items.show", "POST /items shop.main.Items.create"]);
        Places(model).ShouldBe(["shop.main.Items.show Route Loop", "shop.main.Items.create Route Thread"]);
    }

    [Fact]
    public void Sanic_runs_a_plain_function_on_the_loop()
    {
        var model = Model(("shop/main.py", """
            from sanic import Blueprint, Sanic

            app = Sanic("shop")
            items = Blueprint("items", url_prefix="/items")
            app.blueprint(items)

            @items.get("/")
            def all_items(request):
                return None
            """));
        Routes(model).ShouldBe(["GET /items/ shop.main.all_items"]);
        Places(model).ShouldBe(["shop.main.all_items Route Loop"]);
    }

    [Fact]
    public void Aiohttp_tables_calls_and_sub_applications_are_routes()
    {
        var model = Model(("shop/main.py", """
            from aiohttp import web

            routes = web.RouteTableDef()

            @routes.get("/a")
            async def first(request):
                return web.Response()

            async def second(request):
                return web.Response()

            sub = web.Application()
            sub.router.add_post("/c", second)
            app = web.Application()
            app.add_routes(routes)
            app.add_routes([web.put("/b", second)])
            app.add_subapp("/sub/", sub)
            """));
        Routes(model).ShouldBe(["GET /a shop.main.first", "POST /sub/c shop.main.second", "PUT /b shop.main.second"]);
    }

    [Fact]
    public void Tornado_routes_stand_in_the_handler_list()
    {
        var model = Model(("shop/main.py", """
            import tornado.web

            class Home(tornado.web.RequestHandler):
                def get(self):
                    self.finish("")

                async def post(self):
                    self.finish("")

            app = tornado.web.Application([(r"/", Home)])
            """));
        Routes(model).ShouldBe(["GET,POST / shop.main.Home"]);
        Places(model).ShouldBe(["shop.main.Home.get Route Loop", "shop.main.Home.post Route Loop"]);
    }

    [Fact]
    public void Django_urlconfs_include_each_other_and_the_routers_of_rest_framework()
    {
        var model = Model(
            ("shop/settings.py", """
                ROOT_URLCONF = "shop.urls"
                INSTALLED_APPS = ["shop"]
                MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "shop.middleware.Trace"]
                """),
            ("shop/urls.py", """
                from django.urls import include, path
                from shop import views
                from shop.api import router

                urlpatterns = [path("", views.home), path("orders/", include("shop.orders")), path("api/", include(router.urls))]
                """),
            ("shop/orders.py", """
                from django.urls import path
                from shop.views import Orders

                urlpatterns = [path("<int:number>/", Orders.as_view())]
                """),
            ("shop/api.py", """
                from rest_framework.routers import DefaultRouter
                from shop.views import OrderSet

                router = DefaultRouter()
                router.register("orders", OrderSet)
                """),
            ("shop/views.py", """
                from django.views import View
                from rest_framework.viewsets import ModelViewSet

                def home(request):
                    return None

                class Orders(View):
                    def get(self, request, number):
                        return None

                class OrderSet(ModelViewSet):
                    pass
                """));
        Routes(model).ShouldBe(
        [
            "GET,POST api/orders/ shop.views.OrderSet", "DELETE,GET,PATCH,PUT api/orders/<pk>/ shop.views.OrderSet",
            "* orders/<int:number>/ shop.views.Orders", "*  shop.views.home",
        ]);
        model.Middleware.Select(entry => entry.Name).ShouldBe(["django.middleware.security.SecurityMiddleware", "shop.middleware.Trace"]);
    }

    [Fact]
    public void Middleware_of_FastApi_added_last_meets_requests_first()
    {
        var model = Model(("shop/main.py", """
            from fastapi import FastAPI
            from fastapi.middleware.cors import CORSMiddleware
            from fastapi.middleware.gzip import GZipMiddleware

            app = FastAPI()
            app.add_middleware(GZipMiddleware)
            app.add_middleware(CORSMiddleware)
            """));
        model.Middleware.Select(entry => entry.Name).ShouldBe(["starlette.middleware.cors.CORSMiddleware", "starlette.middleware.gzip.GZipMiddleware"]);
    }

    [Fact]
    public void CherryPy_paths_follow_the_tree_of_objects()
    {
        var model = Model(("shop/main.py", """
            import cherrypy

            class Users:
                @cherrypy.expose
                def show(self, number):
                    return ""

            class Root:
                users = Users()

                @cherrypy.expose
                def index(self):
                    return ""

            cherrypy.tree.mount(Root(), "/shop")
            """));
        Routes(model).ShouldBe(["* /shop/users/show shop.main.Users.show", "* /shop/ shop.main.Root.index"]);
    }

    [Fact]
    public void Web2py_actions_are_the_functions_without_parameters()
    {
        var model = Model(("applications/shop/controllers/default.py", """
            def index():
                return dict(orders=db().select())

            def helper(number):
                return number

            def __private():
                return None
            """));
        Routes(model).ShouldBe(["* /shop/default/index applications.shop.controllers.default.index"]);
    }

    [Fact]
    public void Pyramid_views_take_their_path_from_the_route_they_name()
    {
        var model = Model(("shop/__init__.py", """
            from pyramid.config import Configurator
            from pyramid.view import view_config

            @view_config(route_name="order", request_method="POST", renderer="json")
            def order(request):
                return {}

            def main(global_config, **settings):
                config = Configurator(settings=settings)
                config.add_route("order", "/orders/{number}")
                config.scan()
                return config.make_wsgi_app()
            """));
        Routes(model).ShouldBe(["POST /orders/{number} shop.order"]);
    }

    [Fact]
    public void Test_clients_are_seen_where_they_are_made()
    {
        var model = Model(("tests/test_shop.py", """
            from fastapi.testclient import TestClient
            from flask import Flask

            flask_client = Flask(__name__).test_client()
            fastapi_client = TestClient(None)
            """));
        model.TestClients.Select(use => use.Framework.Id).ShouldBe(["flask", "starlette"]);
    }

    [Fact]
    public void Celery_tasks_are_handlers_but_no_web_application()
    {
        var model = Model(("shop/tasks.py", """
            from celery import Celery, shared_task

            app = Celery("shop")

            @app.task
            def send():
                pass

            @shared_task(bind=True)
            def clean(self):
                pass
            """));
        model.Applications.ShouldBeEmpty();
        Places(model).ShouldBe(["shop.tasks.send Task Worker", "shop.tasks.clean Task Worker"]);
    }

    [Fact]
    public void The_tables_name_classes_and_functions_by_their_public_names()
    {
        var names = FrameworkTables.Objects.Keys.Concat(FrameworkTables.BaseClasses.Keys).Concat(FrameworkTables.Functions.Select(group => group.Key));
        names.Where(name => LibraryTables.Knowledge.GetCanonicalName(name) is var canonical && canonical != name
            && !FrameworkTables.Objects.ContainsKey(canonical) && !FrameworkTables.BaseClasses.ContainsKey(canonical) && !FrameworkTables.Functions.Contains(canonical)).ShouldBeEmpty();
    }
}
