using System.Text;

namespace StaticReadiness.Dev.Fuzzing;

/// <summary>Makes broken Python: real sources cut or changed, random tokens, and nesting of every kind.</summary>
internal static class FuzzSources
{
    public const int LongestPart = 20_000;
    private const int DeepestNesting = 20_000;

    private static readonly string[] Tokens =
    [
        "if", "else", "elif", "for", "in", "while", "def", "class", "return", "yield", "from", "import", "as", "with", "try", "except", "finally", "lambda",
        "async", "await", "match", "case", "type", "not", "is", "and", "or", "global", "nonlocal", "del", "assert", "raise", "pass", "break", "continue",
        "None", "True", "False", "_", "x", "y", "print", "é", "𝔘", "\u00A0", "\u2028", "0", "1.5", "0x", "0b2", "1_000", "1__0", "1e", "2j", "'a'", "\"", "'", "'''", "\"\"\"",
        "b'x'", "f'", "f\"{", "t'{", "rb'", "u'", "{", "}", "(", ")", "[", "]", ",", ":", ";", ".", "...", "=", "==", "!=", ":=", "->", "+", "-", "*", "**", "/", "//",
        "%", "@", "&", "|", "^", "~", "<<", ">>", "<", ">", "<=", "+=", "**=", "!", "!r", "?", "$", "`", "\\", "\\\n", "\n", "\r", "\r\n", "\n    ", "\n\t", "\n  ", " ", "\f", "\t", "# c\n", "\0",
    ];

    private static readonly (string Open, string Middle, string Close)[] Nestings =
    [
        ("(", "x", ")"), ("[", "x", "]"), ("{", "x", "}"), ("{1:", "x", "}"), ("f(", "x", ")"), ("x[", "x", "]"), ("-", "x", ""), ("not ", "x", ""), ("lambda: ", "x", ""), ("await ", "x", ""),
        ("x if y else ", "x", ""), ("", "x", " if y else z"), ("x + ", "x", ""), ("x ** ", "x", ""), ("", "x", " < y"), ("", "x", ".a"), ("", "x", "()"), ("", "x", "[0]"), ("", "x", " and y"), ("x or ", "x", ""),
        ("[x for y in ", "z", "]"), ("(x := ", "1", ")"), ("f'{", "x", "}'"), ("f'{x:{", "y", "}}'"), ("f\"\"\"{", "x", "}\"\"\""), ("*", "x", ""), ("'a' ", "'b'", ""), ("(yield ", "x", ")"), ("x = ", "1", ""), ("x, ", "x", ""), ("@x\n", "def f(): pass", ""),
    ];

    private static readonly string[] Blocks = ["if x:", "while x:", "for x in y:", "def f():", "class A:", "with x:", "try:", "match x:", "case 1:", "async def f():", "else:", "elif x:", "except x:"];

    public static string RandomTokens(Random random)
    {
        var output = new StringBuilder();
        for (var count = random.Next(1, 400); count > 0; count--) output.Append(Tokens[random.Next(Tokens.Length)]).Append(random.Next(3) == 0 ? "" : " ");
        return output.ToString();
    }

    public static string Nested(Random random)
    {
        var depth = (int)Math.Pow(DeepestNesting, random.NextDouble());
        if (random.Next(4) == 0) return NestedBlocks(random, Math.Min(depth, 2000));
        var first = Nestings[random.Next(Nestings.Length)];
        var second = Nestings[random.Next(Nestings.Length)];
        var isMixed = random.Next(3) == 0;
        var isClosed = random.Next(3) > 0;
        var output = new StringBuilder();
        for (var i = 0; i < depth; i++) output.Append(isMixed && i % 2 == 1 ? second.Open : first.Open);
        output.Append(first.Middle);
        for (var i = depth - 1; isClosed && i >= 0; i--) output.Append(isMixed && i % 2 == 1 ? second.Close : first.Close);
        return output.ToString();
    }

    public static string Truncate(string source, Random random) => source[..random.Next(source.Length + 1)];

    public static string Mutate(string source, Random random)
    {
        var output = new StringBuilder(source);
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            var at = random.Next(output.Length + 1);
            var length = Math.Min(output.Length - at, random.Next(1, random.Next(3) == 0 ? 200 : 6));
            switch (random.Next(5))
            {
                case 0: output.Remove(at, length); break;
                case 1: output.Insert(at, Tokens[random.Next(Tokens.Length)]); break;
                case 2: output.Insert(random.Next(output.Length + 1), output.ToString(at, length)); break;
                case 3 when at < output.Length: output[at] = (char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x80); break;
                default:
                    output.Remove(at, length);
                    output.Insert(at, Tokens[random.Next(Tokens.Length)]);
                    break;
            }
        }

        return output.ToString();
    }

    private static string NestedBlocks(Random random, int depth)
    {
        var output = new StringBuilder();
        var step = random.Next(1, 3);
        for (var i = 0; i < depth; i++) output.Append(' ', i * step).Append(Blocks[random.Next(Blocks.Length)]).Append('\n');
        return output.Append(' ', depth * step).Append("pass\n").ToString();
    }
}
