using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Dev.Dumping;

internal sealed partial class TreeDump
{
    private void AppendPart(SyntaxNode part)
    {
        switch (part)
        {
            case Parameters node:
                AppendParameters(node);
                Close();
                break;
            case Comprehension node:
                AppendOne("comprehension", "target", node.Target);
                Node("iter", node.Iterable);
                Nodes("ifs", node.Conditions);
                Number("is_async", node.IsAsync ? 1 : 0);
                Close();
                break;
            case WithItem node:
                AppendOne("withitem", "context_expr", node.Value);
                Node("optional_vars", node.Target);
                Close();
                break;
            case MatchCase node:
                AppendOne("match_case", "pattern", node.Pattern);
                Node("guard", node.Guard);
                Nodes("body", node.Body);
                Close();
                break;
            default:
                AppendPlacedPart(part);
                Close(part);
                break;
        }
    }

    private void AppendPlacedPart(SyntaxNode part)
    {
        switch (part)
        {
            case ExceptHandler node:
                AppendOne("ExceptHandler", "type", node.Type);
                String("name", node.Name);
                Nodes("body", node.Body);
                break;
            case Parameter node:
                Open("arg");
                String("arg", node.Name);
                Node("annotation", node.Annotation);
                break;
            case Keyword node:
                Open("keyword");
                String("arg", node.Name);
                Node("value", node.Value);
                break;
            case Alias node:
                Open("alias");
                String("name", node.Name);
                String("asname", node.AsName);
                break;
            default: Open(part.Kind.ToString()); break;
        }
    }

    private void AppendParameters(Parameters node)
    {
        Open("arguments");
        Nodes("posonlyargs", node.PositionalOnly);
        Nodes("args", node.Positional);
        Node("vararg", node.VarArg);
        Nodes("kwonlyargs", node.KeywordOnly);
        Nodes("kw_defaults", [.. node.KeywordOnly.Select(parameter => parameter.Default)]);
        Node("kwarg", node.KwArg);
        Nodes("defaults", [.. node.PositionalOnly.Concat(node.Positional).Select(parameter => parameter.Default).OfType<Expression>()]);
    }

    private void AppendPattern(Pattern pattern)
    {
        switch (pattern)
        {
            case MatchValue node: AppendOne("MatchValue", "value", node.Value); break;
            case MatchSequence node: AppendList("MatchSequence", "patterns", node.Patterns); break;
            case MatchOr node: AppendList("MatchOr", "patterns", node.Patterns); break;
            case MatchSingleton node:
                Open("MatchSingleton");
                Field("value");
                output.Append(node.Value.ToString());
                break;
            case MatchMapping node:
                AppendList("MatchMapping", "keys", node.Keys);
                Nodes("patterns", node.Patterns);
                String("rest", node.Rest);
                break;
            case MatchClass node:
                AppendOne("MatchClass", "cls", node.Class);
                Nodes("patterns", node.Patterns);
                Strings("kwd_attrs", node.KeywordNames);
                Nodes("kwd_patterns", node.KeywordPatterns);
                break;
            case MatchStar node:
                Open("MatchStar");
                String("name", node.Name);
                break;
            case MatchAs node:
                AppendOne("MatchAs", "pattern", node.Pattern);
                String("name", node.Name);
                break;
            default: Open(pattern.Kind.ToString()); break;
        }

        Close(pattern);
    }

    private void AppendTypeParameter(TypeParameter parameter)
    {
        Open(parameter.Kind.ToString());
        switch (parameter)
        {
            case TypeVar node:
                String("name", node.Name);
                Node("bound", node.Bound);
                Node("default_value", node.Default);
                break;
            case ParamSpec node:
                String("name", node.Name);
                Node("default_value", node.Default);
                break;
            case TypeVarTuple node:
                String("name", node.Name);
                Node("default_value", node.Default);
                break;
        }

        Close(parameter);
    }
}
