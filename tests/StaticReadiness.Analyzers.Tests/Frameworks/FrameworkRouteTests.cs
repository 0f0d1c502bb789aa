using static StaticReadiness.Analyzers.Tests.Frameworks.FrameworkModels;

namespace StaticReadiness.Analyzers.Tests.Frameworks;

/// <summary>Pins what real applications showed: routes that frameworks list and that no plain decorator or list declares.</summary>
public class FrameworkRouteTests
{
    [Fact]
    public void Paths_put_together_of_constants_are_read()
    {
        var model = Model(("shop/main.py", """
            from flask import Blueprint, Flask
            from os import environ

            BASE = "/v1"
            app = Flask(__name__)
            bp = Blueprint("bp", __name__, url_prefix="/own")

            def scoped(rule):
                if environ.get("MANY"):
                    return "/<org>" + rule
                return rule

            @bp.route(f"{BASE}/orders")
            def orders():
                return ""

            @bp.route(scoped("/carts"))
            def carts():
                return ""

            @bp.route(environ["PATH_OF"] + "/last")
            def last():
                return ""

            app.register_blueprint(bp, url_prefix="/given")
            """));
        Routes(model).ShouldBe(["GET /given/v1/orders shop.main.orders", "GET /given/carts shop.main.carts", "GET /given/…/last shop.main.last"]);
    }

    [Fact]
    public void Flask_resources_have_several_paths_and_namespaces_one_of_their_own()
    {
        var model = Model(("shop/main.py", """
            from flask import Blueprint, Flask
            from flask_restx import Api, Namespace, Resource

            app = Flask(__name__)
            bp = Blueprint("api", __name__, url_prefix="/api")
            api = Api(bp)
            orders = Namespace("orders")
            carts = Namespace("carts")

            @orders.route("/<int:number>")
            class Order(Resource):
                def get(self, number):
                    return {}

            @carts.route("")
            class Cart(Resource):
                def post(self):
                    return {}

            class Health(Resource):
                def get(self):
                    return {}

            api.add_namespace(orders)
            api.add_namespace(carts, "/basket")
            api.add_resource(Health, "/health", "/healthz")
            app.register_blueprint(bp)
            """));
        Routes(model).ShouldBe(
        [
            "GET /api/orders/<int:number> shop.main.Order", "POST /api/basket shop.main.Cart",
            "GET /api/health shop.main.Health", "GET /api/healthz shop.main.Health",
        ]);
    }

    [Fact]
    public void A_decorator_called_by_hand_registers_too()
    {
        var model = Model(("shop/main.py", """
            from fastapi import FastAPI

            app = FastAPI()

            def register():
                return None

            app.post("/register")(register)
            """));
        Routes(model).ShouldBe(["POST /register shop.main.register"]);
    }

    [Fact]
    public void Aiohttp_routers_are_followed_through_local_names()
    {
        var model = Model(("shop/main.py", """
            from aiohttp import web

            async def first(request):
                return web.Response()

            def setup(app, handler):
                router = app.router
                router.add_get("/a", first)
                add_route = app.router.add_route
                add_route("POST", "/b", handler.second)

            app = web.Application()
            setup(app, None)
            """));
        Routes(model).ShouldBe(["GET /a shop.main.first", "POST /b handler.second"]);
    }

    [Fact]
    public void Tornado_subclasses_hand_their_list_to_the_base()
    {
        var model = Model(("shop/main.py", """
            import tornado.web

            class Home(tornado.web.RequestHandler):
                def get(self):
                    self.finish("")

            COMMON = [(r"/common", Home)]

            class Application(tornado.web.Application):
                def __init__(self, db):
                    handlers = [(r"/", Home), *COMMON]
                    super().__init__(handlers + [(r"/more", Home)], debug=False)

            app = Application(None)
            """));
        Routes(model).ShouldBe(["GET /common shop.main.Home", "GET / shop.main.Home", "GET /more shop.main.Home"]);
    }

    [Fact]
    public void Rest_routers_have_the_routes_their_view_sets_handle()
    {
        var model = Model(
            ("shop/settings.py", "ROOT_URLCONF = 'shop.urls'\n"),
            ("shop/urls.py", """
                from django.urls import include, path
                from rest_framework.decorators import action, api_view
                from rest_framework.mixins import ListModelMixin
                from rest_framework.routers import SimpleRouter
                from rest_framework.viewsets import GenericViewSet, ViewSet
                from shop.more import urlpatterns

                class Orders(ListModelMixin, GenericViewSet):
                    lookup_field = "number"

                    @action(detail=True, methods=["post"], url_path="pay-now")
                    def pay(self, request, number):
                        return None

                    @action(detail=False)
                    def recent(self, request):
                        return None

                class Stock(ViewSet):
                    def retrieve(self, request, pk):
                        return None

                class Feed:
                    def __call__(self, request):
                        return None

                @api_view(["POST"])
                def pay(request):
                    return None

                router = SimpleRouter()
                router.register(r"^orders", Orders)
                router.register("stock", Stock, basename="stock")
                urlpatterns += [path("api/", include(router.urls)), path("feed/", Feed()), path("pay/", pay), path("all/", Orders.as_view({"get": "list"}))]
                """),
            ("shop/more.py", """
                from django.urls import path

                def home(request):
                    return None

                urlpatterns = [path("", home)]
                """));
        Routes(model).ShouldBe(
        [
            "*  shop.more.home",
            "GET api/orders/ shop.urls.Orders", "POST api/orders/<number>/pay-now/ shop.urls.Orders", "GET api/orders/recent/ shop.urls.Orders",
            "GET api/stock/<pk>/ shop.urls.Stock", "* feed/ shop.urls.Feed", "POST pay/ shop.urls.pay", "GET all/ shop.urls.Orders",
        ]);
    }

    [Fact]
    public void A_list_of_urls_that_goes_on_with_itself_is_read_once()
    {
        var model = Model(
            ("shop/settings.py", "ROOT_URLCONF = 'shop.urls'\n"),
            ("shop/__init__.py", ""),
            ("shop/urls.py", """
                from django.conf import settings
                from django.urls import path

                def home(request):
                    return None

                def panel(request):
                    return None

                urlpatterns: list = [path("", home)]
                if settings.DEBUG:
                    urlpatterns = [path("panel/", panel), *urlpatterns]
                """));
        Routes(model).ShouldBe(["*  shop.urls.home", "* panel/ shop.urls.panel"]);
    }

    [Fact]
    public void Pyramid_classes_give_defaults_and_includes_give_prefixes()
    {
        var model = Model(
            ("shop/__init__.py", """
                from pyramid.config import Configurator

                def main(global_config, **settings):
                    config = Configurator(settings=settings)
                    config.include("shop.api", route_prefix="/api")
                    config.scan()
                    return config.make_wsgi_app()
                """),
            ("shop/api.py", """
                def includeme(config):
                    config.add_route("order", "orders/{number}")
                """),
            ("shop/views.py", """
                from pyramid.view import view_config, view_defaults

                @view_defaults(route_name="order", renderer="json")
                class Orders:
                    @view_config()
                    def show(self):
                        return {}

                    @view_config(request_method="DELETE")
                    def drop(self):
                        return {}
                """));
        Routes(model).ShouldBe(["* /api/orders/{number} shop.views.Orders.show", "DELETE /api/orders/{number} shop.views.Orders.drop"]);
    }

    [Fact]
    public void CherryPy_methods_are_exposed_by_decorators_of_the_project_and_when_the_framework_is_carried_along()
    {
        var model = Model(
            ("lib/cherrypy/__init__.py", "from cherrypy._helper import expose\nclass Tree:\n    def mount(self, root, script_name=''):\n        pass\ntree = Tree()\n"),
            ("lib/cherrypy/_helper.py", "def expose(function):\n    return function\n"),
            ("shop/main.py", """
                import cherrypy

                def secured(function):
                    function.exposed = True
                    return function

                class Config:
                    @secured
                    def save(self):
                        return ""

                class Root:
                    def __init__(self):
                        self.config = Config()

                    @cherrypy.expose
                    def index(self):
                        return ""

                root = Root()
                cherrypy.tree.mount(root, "/")
                """));
        Routes(model).ShouldBe(["* /config/save shop.main.Config.save", "* / shop.main.Root.index"]);
    }

    [Fact]
    public void TurboGears_controllers_form_a_tree_and_rest_controllers_name_their_actions()
    {
        var model = Model(
            ("shop/controllers/root.py", """
                from tg import RestController, TGController, expose

                class OrderController(RestController):
                    @expose("json")
                    def get_one(self, number):
                        return {}

                    @expose("json")
                    def post(self, **values):
                        return {}

                class RootController(TGController):
                    orders = OrderController()

                    @expose("shop.templates.index")
                    def index(self):
                        return {}

                    @expose()
                    def about(self):
                        return ""
                """),
            ("shop/config/app_cfg.py", """
                from tg import FullStackApplicationConfigurator

                base_config = FullStackApplicationConfigurator()
                base_config.update_blueprint({"errorpage.enabled": True, "errorpage.status_codes": [403, 404, 500]})
                """));
        Routes(model).ShouldBe(
        [
            "GET /orders/<id> shop.controllers.root.OrderController.get_one", "POST /orders shop.controllers.root.OrderController.post",
            "* / shop.controllers.root.RootController.index", "* /about shop.controllers.root.RootController.about",
        ]);
        model.Applications.Single().Boundaries.Single().Description.ShouldBe("`errorpage.status_codes` is configured");
    }

    [Fact]
    public void A_boundary_without_an_application_serves_those_that_import_it_or_lie_nearest()
    {
        var model = Model(
            ("shop/main.py", "from fastapi import FastAPI\nfrom common.errors import guard\napp = FastAPI()\n"),
            ("admin/main.py", "from fastapi import FastAPI\nadmin = FastAPI()\n"),
            ("jobs/api/main.py", "from fastapi import FastAPI\njobs = FastAPI()\n"),
            ("jobs/middleware.py", """
                async def guard_jobs(request, call_next):
                    try:
                        return await call_next(request)
                    except Exception:
                        return answer()
                """),
            ("common/__init__.py", ""),
            ("common/errors.py", """
                async def guard(request, call_next):
                    try:
                        return await call_next(request)
                    except Exception:
                        return answer()
                """));
        model.Applications.Select(application => $"{application.Name}: {string.Join(' ', application.Boundaries.Select(boundary => boundary.Handler!.Name))}")
            .ShouldBe(["admin: guard", "jobs: guard guard_jobs", "app: guard"], ignoreOrder: true);
    }
}
