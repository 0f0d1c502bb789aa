using static StaticReadiness.Analyzers.Tests.Frameworks.FrameworkModels;

namespace StaticReadiness.Analyzers.Tests.Frameworks;

/// <summary>Pins routes that a project's own helper registers.</summary>
public class HelperRouteTests
{
    [Fact]
    public void A_helper_around_a_method_registers_where_it_is_called()
    {
        var model = Model(
            ("shop/api.py", """
                from flask import Flask
                from flask_restful import Api
                from shop.carts import Cart, Carts

                def scoped(url):
                    return url

                class TeamApi(Api):
                    def add_team_resource(self, resource, *urls, **kwargs):
                        urls = [scoped(url) for url in urls]
                        return self.add_resource(resource, *urls, **kwargs)

                app = Flask(__name__)
                api = TeamApi(app)
                api.add_team_resource(Carts, "/carts", "/baskets", endpoint="carts")
                api.add_team_resource(Cart, "/carts/<number>")
                """),
            ("shop/carts.py", """
                from flask_restful import Resource

                class Carts(Resource):
                    def get(self): ...

                class Cart(Resource):
                    def delete(self, number): ...
                """));
        Routes(model).ShouldBe(["GET /carts shop.carts.Carts", "GET /baskets shop.carts.Carts", "DELETE /carts/<number> shop.carts.Cart"]);
        model.Routes[0].Name.ShouldBe("carts");
    }

    [Fact]
    public void A_helper_that_nobody_calls_registers_what_it_says_itself()
    {
        var model = Model(("shop/api.py", """
            from flask import Flask

            app = Flask(__name__)

            def add_team_url_rule(path, view):
                app.add_url_rule(path, view_func=view)
            """));
        Routes(model).ShouldBe(["GET … view"]);
    }
}
