using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Tests.Syntax.Parsing;

/// <summary>What the lexer and the grammar refuse, in CPython 3.13's wording and at its line.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("f(\n1,\n", 1, "'(' was never closed")]
    [InlineData("x = [1,\nimport os\n", 1, "'[' was never closed")]
    [InlineData("a\nb)", 2, "unmatched ')'")]
    [InlineData("(a]", 1, "closing parenthesis ']' does not match opening parenthesis '('")]
    [InlineData("(\na]", 2, "closing parenthesis ']' does not match opening parenthesis '(' on line 1")]
    [InlineData("x = 'abc\n", 1, "unterminated string literal (detected at line 1)")]
    [InlineData("x = 'abc\\'\n", 1, "unterminated string literal (detected at line 1); perhaps you escaped the end quote?")]
    [InlineData("x = '''abc\n\n", 1, "unterminated triple-quoted string literal (detected at line 2)")]
    [InlineData("if a:\n        b\n    c\n", 3, "unindent does not match any outer indentation level")]
    [InlineData("if a:\nb\n", 2, "expected an indented block after 'if' statement on line 1")]
    [InlineData("def f():\n\n", 2, "expected an indented block after function definition on line 1")]
    [InlineData("try:\n    a\nfinally:\nb", 4, "expected an indented block after 'finally' statement on line 3")]
    [InlineData("a\n  b\n", 2, "unexpected indent")]
    [InlineData("if a:\n\tb\n        c\n", 3, "inconsistent use of tabs and spaces in indentation")]
    [InlineData("if a\n    b\n", 1, "expected ':'")]
    [InlineData("class A\n    b\n", 1, "expected ':'")]
    [InlineData("try:\n    a\nb\n", 3, "expected 'except' or 'finally' block")]
    [InlineData("x = a if b\n", 1, "expected 'else' after 'if' expression")]
    [InlineData("a b", 1, "invalid syntax")]
    [InlineData("f(a,\n  b c)", 2, "invalid syntax. Perhaps you forgot a comma?")]
    [InlineData("x = 1 \\ 2", 1, "unexpected character after line continuation character")]
    [InlineData("x = €", 1, "invalid character '€' (U+20AC)")]
    [InlineData("x =\u00a01", 1, "invalid non-printable character U+00A0")]
    [InlineData("print 'a'", 1, "Missing parentheses in call to 'print'. Did you mean print(...)?")]
    [InlineData("x = 1a", 1, "invalid decimal literal")]
    [InlineData("x = 0b2", 1, "invalid digit '2' in binary literal")]
    [InlineData("x = 0xg", 1, "invalid hexadecimal literal")]
    [InlineData("x = 012", 1, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")]
    [InlineData("x = 1__0", 1, "invalid decimal literal")]
    [InlineData("b'é'", 1, "bytes can only contain ASCII literal characters")]
    [InlineData("b'a' 'b'", 1, "cannot mix bytes and nonbytes literals")]
    [InlineData(@"'\x4'", 1, @"(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape")]
    [InlineData(@"'\N{no such name}'", 1, "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name")]
    [InlineData("f'{'", 1, "f-string: expecting '}'")]
    [InlineData("f'}'", 1, "f-string: single '}' is not allowed")]
    [InlineData("f'{}'", 1, "f-string: valid expression required before '}'")]
    [InlineData("f'{a!x}'", 1, "f-string: invalid conversion character 'x': expected 's', 'r', or 'a'")]
    [InlineData("f'{lambda x: 1}'", 1, "f-string: lambda expressions are not allowed without parentheses")]
    [InlineData("f'{a", 1, "'{' was never closed")]
    [InlineData("f'a", 1, "unterminated f-string literal (detected at line 1)")]
    [InlineData("def f(a=1, b): pass", 1, "parameter without a default follows parameter with a default")]
    [InlineData("def f(*): pass", 1, "named arguments must follow bare *")]
    [InlineData("def f(**a, b): pass", 1, "arguments cannot follow var-keyword argument")]
    [InlineData("def f(a, *, b, /): pass", 1, "/ must be ahead of *")]
    [InlineData("f(a=1, b)", 1, "positional argument follows keyword argument")]
    [InlineData("f(**a, *b)", 1, "iterable argument unpacking follows keyword argument unpacking")]
    [InlineData("f(a for a in b, c)", 1, "Generator expression must be parenthesized")]
    [InlineData("f(a.b=1)", 1, "expression cannot contain assignment, perhaps you meant \"==\"?")]
    [InlineData("from a import b,", 1, "trailing comma not allowed without surrounding parentheses")]
    [InlineData("x = (*a)", 1, "cannot use starred expression here")]
    [InlineData("[*a for a in b]", 1, "iterable unpacking cannot be used in comprehension")]
    [InlineData("{**a for a in b}", 1, "dict unpacking cannot be used in dict comprehension")]
    [InlineData("[a, b for a in c]", 1, "did you forget parentheses around the comprehension target?")]
    [InlineData("(a.b := 1)", 1, "cannot use assignment expressions with attribute")]
    [InlineData("def f[](): pass", 1, "Type parameter list cannot be empty")]
    public void The_message_and_the_line_are_those_of_CPython(string source, int line, string message)
    {
        var tree = Parsed.Tree(source);

        tree.Diagnostics.ShouldNotBeEmpty();
        tree.Diagnostics[0].Message.ShouldBe(message);
        (tree.Text.GetLineIndex(tree.Diagnostics[0].Span.Start) + 1).ShouldBe(line);
    }

    [Theory]
    [InlineData("a,,b")]
    [InlineData("f(,)")]
    [InlineData("[a,,]")]
    [InlineData("a;;b")]
    [InlineData(";")]
    [InlineData("a == not b")]
    [InlineData("- not a")]
    [InlineData("x = (a as b)")]
    [InlineData("(a as b)")]
    [InlineData("with (a as b), c: pass")]
    [InlineData("with (a as b).c: pass")]
    [InlineData("{a: b, c}")]
    [InlineData("{a, b: c}")]
    [InlineData("{*a: b}")]
    [InlineData("x := 1")]
    [InlineData("*a or b, c")]
    [InlineData("match x:\n    case *a: pass\n")]
    [InlineData("match x:\n    case A(b=1, c): pass\n")]
    [InlineData("match x:\n    case {a: 1}: pass\n")]
    [InlineData("from import a")]
    [InlineData("import a.b as c.d")]
    [InlineData("class A(x for x in y): pass")]
    [InlineData("await await a")]
    [InlineData("a ** not b")]
    [InlineData("lambda (a): b")]
    [InlineData("def f(a:): pass")]
    [InlineData("else: pass")]
    [InlineData("a not b")]
    [InlineData("return return")]
    [InlineData("x = yield yield")]
    public void What_the_grammar_reads_beyond_the_language_is_refused(string source)
    {
        var tree = Parsed.Tree(source);

        tree.Diagnostics.Any(diagnostic => diagnostic.Phase == SyntaxErrorPhase.Parsing).ShouldBeTrue();
    }

    [Fact]
    public void An_error_of_the_tokenizer_is_reported_before_the_parsers() =>
        Parsed.Tree("a b\nx = 'open\n").Diagnostics[0].Message.ShouldBe("unterminated string literal (detected at line 2)");
}
