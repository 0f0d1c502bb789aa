namespace StaticReadiness.Python.Tests.Semantics;

public sealed class QualifiedNameTests
{
    [Theory]
    [InlineData("import requests as r\nr.get()  # here\n", "requests.get")]
    [InlineData("from requests import get as fetch\nfetch()  # here\n", "requests.get")]
    [InlineData("import os.path\nos.path.join()  # here\n", "os.path.join")]
    [InlineData("import os.path as p\np.join()  # here\n", "os.path.join")]
    [InlineData("open('x')  # here\n", "builtins.open")]
    [InlineData("def open(): ...\nopen('x')  # here\n", "main.open")]
    [InlineData("mystery('x')  # here\n", null)]
    [InlineData("import httpx\nclient = httpx.Client()\nclient.get()  # here\n", "httpx.Client.get")]
    [InlineData("import httpx\nhttpx.Client().get()  # here\n", "httpx.Client.get")]
    [InlineData("import httpx\nwith httpx.Client() as c:\n    c.get()  # here\n", "httpx.Client.get")]
    [InlineData("from requests.sessions import Session\ns = Session()\ns.get()  # here\n", "requests.Session.get")]
    [InlineData("import urllib.request\nfetch = urllib.request.urlopen\nfetch()  # here\n", "urllib.request.urlopen")]
    [InlineData("def f():\n    import time\n    time.sleep(1)  # here\n", "time.sleep")]
    [InlineData("try:\n    import ujson as json\nexcept ImportError:\n    import json\njson.loads('')  # here\n", "ujson.loads")]
    [InlineData("try:\n    import httpx\nexcept ImportError:\n    httpx = None\nhttpx.get('')  # here\n", "httpx.get")]
    [InlineData("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from httpx import Client\ndef f(c: 'Client'):\n    c.get()  # here\n", "httpx.Client.get")]
    [InlineData("class C:\n    x = 1\n    def f(self):\n        x()  # here\n", null)]
    [InlineData("import sqlalchemy as sa\nengine = sa.create_engine('')\nengine.connect()  # here\n", "sqlalchemy.Engine.connect")]
    [InlineData("from sqlalchemy.orm import sessionmaker\nLocal = sessionmaker()\nwith Local() as s:\n    s.execute()  # here\n", "sqlalchemy.orm.Session.execute")]
    [InlineData("import httpx.auth\nimport requests\nhttpx = requests.Session()\nhttpx.get()  # here\n", "requests.Session.get")]
    [InlineData("import httpx.auth\nimport requests\nhttpx = requests.Session()\ndef f():\n    httpx.get()  # here\n", "requests.Session.get")]
    [InlineData("import httpx\nhttpx.get()  # here\nhttpx = None\n", "httpx.get")]
    [InlineData("import httpx\ndef f():\n    httpx.get()  # here\nif flag:\n    httpx = None\n", "httpx.get")]
    [InlineData("import json\ntry:\n    import ujson as json\nexcept ImportError:\n    pass\njson.loads('')  # here\n", "json.loads")]
    [InlineData("from httpx import get\nfrom requests import get\ndef f():\n    get()  # here\n", "requests.get")]
    [InlineData("import requests\nrequests = requests.Session()\nrequests.get()  # here\n", "requests.Session.get")]
    public void A_call_is_named_by_what_it_refers_to(string text, string? expected) =>
        TestProject.Of(text).NameAt("here").ShouldBe(expected);

    [Fact]
    public void An_attribute_assigned_in_one_method_is_known_in_another() =>
        TestProject.Of("""
            import requests
            class Shop:
                def __init__(self, session=None):
                    self.session = session or requests.Session()
                def fetch(self):
                    self.session.get("x")  # here

            """).NameAt("here").ShouldBe("requests.Session.get");

    [Fact]
    public void A_name_bound_to_two_types_is_unknown() =>
        TestProject.Of("""
            import httpx, requests
            if flag:
                client = httpx.Client()
            else:
                client = requests.Session()
            client.get("x")  # here

            """).NameAt("here").ShouldBeNull();

    [Fact]
    public void Names_are_followed_through_the_modules_of_the_project()
    {
        var project = TestProject.Of(
            ("src/shop/__init__.py", "from .cart import Cart as Basket\nfrom .http import *\n"),
            ("src/shop/cart.py", "class Cart:\n    def total(self): ...\n"),
            ("src/shop/http.py", "import httpx\n__all__ = ['client']\nclient = httpx.Client()\nhidden = 1\n"),
            ("tests/test_shop.py", "import shop\nfrom shop import Basket, client\nfrom shop.cart import Cart\nBasket().total()  # one\nclient.get()  # two\nshop.client  # three\nshop.hidden  # four\nCart  # five\n"));
        project.NameAt("one", "tests/test_shop.py").ShouldBe("shop.cart.Cart.total");
        project.NameAt("two", "tests/test_shop.py").ShouldBe("httpx.Client.get");
        project.NameAt("three", "tests/test_shop.py").ShouldBe("shop.http.client");
        project.NameAt("four", "tests/test_shop.py").ShouldBeNull();
        project.NameAt("five", "tests/test_shop.py").ShouldBe("shop.cart.Cart");
        project.Compilation.FindModule("shop.cart")!.Tree.Path.ShouldBe("src/shop/cart.py");
        project.Compilation.FindSymbol("shop.cart.Cart.total").ShouldNotBeNull();
    }
}
