using System.Text;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal abstract partial class PythonParserBase
{
    protected void NeedsDots(int level)
    {
        if (level == 0) throw Unexpected();
    }

    protected void ImportStar() => Push(new Alias(starts[P - 1], End, "*", null));

    protected void TrailingImportComma() =>
        throw (La == NEWLINE ? Fail("trailing comma not allowed without surrounding parentheses", P - 1) : Unexpected());

    protected void Alias(int mark, int first) =>
        Replace(mark, new Alias(starts[first], End, (string)slots[mark].Value!, Sp > mark + 1 ? (string)slots[mark + 1].Value! : null));

    protected void PushDotted(int first)
    {
        if (P == first + 1)
        {
            PushName();
            return;
        }

        var dotted = new StringBuilder(NameAt(first));
        for (var i = first + 2; i < P; i += 2) dotted.Append('.').Append(NameAt(i));
        PushValue(names.Intern(dotted.ToString()), starts[first], End);
    }
}
