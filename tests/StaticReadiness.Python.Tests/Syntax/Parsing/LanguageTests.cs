using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Tests.Syntax.Parsing;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("match = 1\nmatch.x = 2\nmatch[0]: int = 3\nprint(match)\nmatch(x)\nmatch * a\nmatch -1\n")]
    [InlineData("case = 1\ncase(x)\ntype = 3\ntype(x)\ntype: int = 4\n_ = type\n")]
    [InlineData("match x, :\n    case case: pass\n")]
    [InlineData("match match:\n    case {'case': type}: match = case\n    case _: type = 1\n")]
    [InlineData("match (yield):\n  case 1: pass\n")]
    [InlineData("match -x:\n  case -1 | 2+3j | 'a' 'b' | None | a.b.c: pass\n")]
    [InlineData("match x:\n  case [a, *_, b] | (c, *d): pass\n  case A(1, x=B(), y=[]) as z if z: pass\n  case {1: a, a.b: c, **rest}: pass\n  case *a, b: pass\n  case (): pass\n")]
    [InlineData("type X = int\ntype Y[T, *Ts = *tuple[int], **P = [int]] = dict[T, int]\ntype type = type\n")]
    [InlineData("def f[T: (int, str) = int](a: T, /, b=1, *args: *Ts, c, d=2, **k: int) -> T: ...\n")]
    [InlineData("class A[T](B, metaclass=M, *c, **k): x: int\n")]
    [InlineData("with (open(a) as b, open(c) as d,): pass\n")]
    [InlineData("with (a, b): pass\nwith (a, b) as c: pass\nwith (a), b: pass\nwith (a) as b, (c) as d: pass\nwith (yield x): pass\n")]
    [InlineData("async def f():\n    async with (a as b): pass\n    async for x, *y in z: await x\n    return [i async for i in x if await i]\n")]
    [InlineData("try: pass\nexcept* A: pass\nexcept* (B, C) as e: pass\n")]
    [InlineData("try: pass\nexcept A, B: pass\nexcept A, B, : pass\n")]
    [InlineData("@a.b[0](1)\n@(lambda f: f)\n@x if y else z\n@(yield)\ndef f(): pass\n")]
    [InlineData("print(*a, *b, **c, d=1, **e)\nx = *a, *b\nfor x in *a, b: pass\nz = {**a, 'x': 1}\na[*b] = a[*b, 1:2]\n")]
    [InlineData("if (n := len(a)) > 10: pass\nx = [y := f(x), y**2]\nf(y := 1)\na[b := 1, c := 2]\n{x := 1, 2}\n")]
    [InlineData("def f(a, /): pass\ndef g(*, a): pass\nlambda a, /, b, *c, d=1, **e: (a, b)\nlambda *, a: a\nlambda: (yield)\n")]
    [InlineData("x = 0xFF_FF + 0b1_0 + 0o7_7 + 1_000.0_1e+1_0 + 1e5j + .5 + 5. + 00_0 + 1_0j\n1if 1else 2\n")]
    [InlineData("from . import a\nfrom .. import (b as c, d,)\nfrom ...e.f import *\nfrom .... import g\nimport h . i as j, k\n")]
    [InlineData("x = a if b else c if d else lambda: e\nassert x, y\ndel a, (b, [c]), d.e, f[0],\nraise A from b\nglobal g, h\n")]
    [InlineData("a < b <= c != d is not e not in f in g is h\nnot a and b or not c\n-a ** -b\n~a @ b // c % d << e >> f & g ^ h | i\n")]
    [InlineData("x = yield\nx = yield a, *b\nx += yield from c\nawait a ** -b\n")]
    [InlineData("if x:\n\tif y:\n\t\tpass\n\telse: pass\nelif z: a; b;\nelse:\n        c\n")]
    [InlineData("\fdef f():\n    \f  pass\n")]
    [InlineData("x = 1 + \\\n  2\nif a and \\\r\n   b: pass\n")]
    [InlineData("a = 1\r\nif a:\r\n    b = '''x\r\ny'''\r\nc\rd")]
    [InlineData("rb'x' Rb'y' bR'z' BR'w'\n")]
    [InlineData("U'a' u'b' rF'{c}' Fr'{d}' R'e'\n")]
    [InlineData("# only a comment")]
    [InlineData("")]
    [InlineData("ªµ = 变量 = 𝐱𝑦 = ﬁ\n")]
    public void Everything_the_language_allows_is_accepted(string source) => Parsed.Valid(source);

    [Fact]
    public void Identifiers_are_brought_into_normal_form() =>
        Parsed.Expression<Name>("ﬁﬀ𝐱").Identifier.ShouldBe("fiffx");

    [Fact]
    public void Operators_bind_as_the_reference_says()
    {
        var sum = Parsed.Expression<BinOp>("a + b * c ** -d ** e - f");

        sum.Operator.ShouldBe(BinaryOperator.Sub);
        var product = sum.Left.ShouldBeOfType<BinOp>().Right.ShouldBeOfType<BinOp>();
        product.Operator.ShouldBe(BinaryOperator.Mult);
        var power = product.Right.ShouldBeOfType<BinOp>();
        power.Operator.ShouldBe(BinaryOperator.Pow);
        power.Right.ShouldBeOfType<UnaryOp>().Operand.ShouldBeOfType<BinOp>().Operator.ShouldBe(BinaryOperator.Pow);
    }

    [Fact]
    public void Chains_of_comparisons_and_of_boolean_operators_are_one_node()
    {
        Parsed.Expression<Compare>("a < b is not c not in d").Operators.ShouldBe([ComparisonOperator.Lt, ComparisonOperator.IsNot, ComparisonOperator.NotIn]);
        var or = Parsed.Expression<BoolOp>("a or b and not c == d or e");
        or.Values.Length.ShouldBe(3);
        or.Values[1].ShouldBeOfType<BoolOp>().Values[1].ShouldBeOfType<UnaryOp>().Operand.ShouldBeOfType<Compare>();
        Parsed.Expression<BoolOp>("a or (b or c)").Values.Length.ShouldBe(2);
    }

    [Fact]
    public void An_elif_is_an_if_inside_the_else_before_it()
    {
        var first = Parsed.Statement<If>("if a: b\nelif c: d\nelif e: f\nelse: g\n");

        var second = first.OrElse.ShouldHaveSingleItem().ShouldBeOfType<If>();
        second.OrElse.ShouldHaveSingleItem().ShouldBeOfType<If>().OrElse.ShouldHaveSingleItem().ShouldBeOfType<ExpressionStatement>();
        second.End.ShouldBe(first.End);
    }

    [Theory]
    [InlineData("with (a, b): pass", 2)]
    [InlineData("with (a as b, c): pass", 2)]
    [InlineData("with (a, *b): pass", 1)]
    [InlineData("with (a, b) as c: pass", 1)]
    [InlineData("with (a, b), c: pass", 2)]
    [InlineData("with ((a, b)): pass", 1)]
    [InlineData("with (a := b, c): pass", 1)]
    [InlineData("with (): pass", 1)]
    public void Parentheses_of_a_with_statement_hold_its_items_where_they_can(string source, int items) =>
        Parsed.Statement<With>(source).Items.Length.ShouldBe(items);

    [Fact]
    public void Parameters_are_sorted_by_kind()
    {
        var parameters = Parsed.Statement<FunctionDef>("def f(a, b=1, /, c=2, *d, e, f=3, **g): pass").Parameters;

        parameters.PositionalOnly.Select(p => p.Name).ShouldBe(["a", "b"]);
        parameters.Positional.Select(p => p.Name).ShouldBe(["c"]);
        parameters.VarArg!.Name.ShouldBe("d");
        parameters.KeywordOnly.Select(p => p.Name).ShouldBe(["e", "f"]);
        parameters.KwArg!.Name.ShouldBe("g");
    }

    [Fact]
    public void Targets_know_that_they_are_stored_to_or_deleted()
    {
        var tree = Parsed.Valid("a, (b.c, *d[e]) = f\ndel g, [h]\nfor i in j: pass\nk += 1\nl: m\n");

        Parsed.All<Name>(tree.Root).Where(n => n.Context == ExpressionContext.Store).Select(n => n.Identifier).ShouldBe(["a", "i", "k", "l"]);
        Parsed.All<Name>(tree.Root).Where(n => n.Context == ExpressionContext.Del).Select(n => n.Identifier).ShouldBe(["g", "h"]);
        Parsed.All<Python.Syntax.Attribute>(tree.Root).Single().Context.ShouldBe(ExpressionContext.Store);
        Parsed.All<Subscript>(tree.Root).Single().Context.ShouldBe(ExpressionContext.Store);
    }

    [Fact]
    public void Comments_are_kept_in_order()
    {
        var tree = Parsed.Valid("#!/bin/sh\nx = [ # type: list\n  1,\n# in brackets\n]\n    # indented\nf'{a # in a field\n}'\n'# no comment'");

        tree.Comments.Select(tree.Text.ToString).ShouldBe(["#!/bin/sh", "# type: list", "# in brackets", "# indented", "# in a field"]);
    }
}
