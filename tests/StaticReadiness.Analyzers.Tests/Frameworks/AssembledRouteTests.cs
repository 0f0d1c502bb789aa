using static StaticReadiness.Analyzers.Tests.Frameworks.FrameworkModels;

namespace StaticReadiness.Analyzers.Tests.Frameworks;

/// <summary>Pins routes whose path is put together in ways of one framework: groups, callbacks, trees of objects, folders.</summary>
public class AssembledRouteTests
{
    [Fact]
    public void Sanic_groups_blueprints_under_a_prefix_and_a_version()
    {
        var model = Model(("shop/app.py", """
            from sanic import Blueprint, Sanic

            carts = Blueprint("carts", url_prefix="carts")
            orders = Blueprint("orders", url_prefix="/orders", version=3)
            group = Blueprint.group(carts, orders, url_prefix="/shop", version=1)
            api = Blueprint.group(group, version=2, version_prefix="/api/v")
            app = Sanic("shop")
            app.blueprint(api)

            @carts.get("")
            async def show(request): ...

            @orders.get("/<number:int>", version=4)
            async def order(request, number): ...

            @orders.post("/")
            async def add(request): ...

            @app.get("health")
            async def health(request): ...
            """));
        Routes(model).ShouldBe(["GET /api/v1/shop/carts shop.app.show", "GET /api/v4/shop/orders/<number:int> shop.app.order", "POST /api/v3/shop/orders/ shop.app.add", "GET /health shop.app.health"], ignoreOrder: true);
    }

    [Fact]
    public void Sanic_views_are_attached_in_the_header_of_their_class()
    {
        var model = Model(("shop/app.py", """
            from sanic import Blueprint
            from sanic.views import HTTPMethodView

            bp = Blueprint("carts", url_prefix="/carts")

            class CartView(HTTPMethodView, attach=bp, uri="/<number>"):
                async def get(self, request, number): ...
                async def put(self, request, number): ...
            """));
        Routes(model).ShouldBe(["GET,PUT /carts/<number> shop.app.CartView"]);
    }

    [Fact]
    public void Bottle_routes_are_given_their_callback()
    {
        var model = Model(("shop/app.py", """
            import bottle
            from bottle import Bottle

            def show(): ...

            class Server:
                def __init__(self):
                    self._app = Bottle()
                    self._app.route("/", method=["GET", "GET"], callback=show)

            bottle.route("/bare")
            bottle.route("/plain", callback=show, method="POST")
            """));
        Routes(model).ShouldBe(["GET / shop.app.show", "POST /plain shop.app.show"], ignoreOrder: true);
    }

    [Fact]
    public void CherryPy_pages_are_hung_on_an_object_outside_of_classes()
    {
        var model = Model(("shop/app.py", """
            import cherrypy

            class Home:
                @cherrypy.expose
                def index(self): ...

            class Links:
                @cherrypy.expose
                def index(self): ...

            class More:
                @cherrypy.expose
                def all(self): ...

            root = Home()
            root.links = Links()
            root.links.more = More()
            cherrypy.quickstart(root)
            """));
        Routes(model).ShouldBe(["* / shop.app.Home.index", "* /links/ shop.app.Links.index", "* /links/more/all shop.app.More.all"]);
    }

    [Fact]
    public void TurboGears_exposes_a_method_once_for_each_template_and_serves_it_once()
    {
        var model = Model(("shop/root.py", """
            from tg import expose, TGController

            class RootController(TGController):
                @expose("kajiki:shop.index")
                @expose("json")
                def index(self): ...
            """));
        Routes(model).ShouldBe(["* / shop.root.RootController.index"]);
    }

    [Fact]
    public void A_repository_may_be_one_application_of_web2py()
    {
        (string, string) appadmin = ("controllers/appadmin.py", "def index():\n    return dict()\n");
        (string, string) cart = ("controllers/cart.py", "def show():\n    return dict()\n\ndef helper(x):\n    return x\n");
        Routes(Model(appadmin, cart, ("models/db.py", "db = DAL()\n"))).ShouldBe(["* /…/appadmin/index controllers.appadmin.index", "* /…/cart/show controllers.cart.show"]);
        Routes(Model(cart, ("models/db.py", "db = DAL()\n"))).ShouldBeEmpty();
    }
}
