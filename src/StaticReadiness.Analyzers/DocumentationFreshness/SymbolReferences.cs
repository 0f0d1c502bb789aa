using StaticReadiness.Analysis;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Checks the modules, classes and functions that a document names: in sentences, in Sphinx' roles and directives, in imports of examples.</summary>
internal static class SymbolReferences
{
    private static readonly HashSet<string> Roles =
        ["mod", "class", "func", "meth", "attr", "exc", "data", "const", "obj", "automodule", "autoclass", "autofunction", "autoexception", "automethod", "autodata", "autopydantic_model", "autopydantic_settings", ":::"];

    // Endings of files, hosts and loggers' outputs that look like the last part of a dotted name.
    private static readonly HashSet<string> FileEndings =
        ["py", "pyi", "cfg", "toml", "yml", "yaml", "md", "rst", "json", "txt", "html", "css", "js", "ts", "tsx", "png", "svg", "jpg", "conf", "ini", "log", "sh", "db", "sqlite", "sqlite3", "sock", "service", "com", "io", "org", "net", "dev", "xml", "csv", "env", "exe", "zip", "gz", "pid", "app", "local", "whl", "egg", "dist", "info", "po", "sql", "lock", "pem", "key", "ipynb"];

    public static IEnumerable<CheckedReference> Check(Project project, Document document)
    {
        var names = ProjectNames.Of(project);
        foreach (var literal in document.Literals)
            if (FindName(names, literal) is { } name && Check(project, document, name, literal.Span, literal.Role is { } role && !role.StartsWith("auto", StringComparison.Ordinal)) is { } found) yield return found;
        foreach (var block in document.CodeBlocks)
            foreach (var (name, span) in Imports(block))
                if (names.Owns(name) && !name.Split('.').Any(IsPlaceholder) && Check(project, document, name, span, isRole: false) is { } found) yield return found;
    }

    /// <summary>Checks a name that the project owns; null when nothing can be told.</summary>
    public static CheckedReference? Check(Project project, Document document, string name, TextSpan span, bool isRole)
    {
        var (isKnown, owner, missing) = ProjectNames.Of(project).Resolve(name);
        if (!isKnown) return null;
        if (owner is null) return new CheckedReference(span, name, Problem: null);
        if (DocumentTense.Around(document, span, 1).Contains("logger", StringComparison.OrdinalIgnoreCase)) return null;
        if (!isRole && (DocumentTense.SpeaksOfAnExample(document, span) || IsDefinedHere(document, owner, missing!))) return null;
        // A name that the code spells out, such as a logger's or a task's, need not be a symbol; a documented alias has a directive of its own.
        if ((isRole && IsDescribed(project, name)) || RepositoryTexts.Of(project).ContainsPhrase(name)) return null;
        // Ten names out of one module that is gone are one thing to mend.
        return new CheckedReference(span, $"{owner}.{missing}", $"`{name}` does not exist: `{owner}` has no `{missing}`");
    }

    // A tutorial that shows the code of a thing, or the file to put it in, has its reader make it.
    private static bool IsDefinedHere(Document document, string owner, string missing)
    {
        var content = document.Text.Content;
        return content.Contains($"{owner[(owner.LastIndexOf('.') + 1)..]}/{missing}", StringComparison.Ordinal) || content.Contains($"{missing}.py", StringComparison.Ordinal) || content.Contains($"{missing}/", StringComparison.Ordinal)
            || content.Contains($"class {missing}", StringComparison.Ordinal) || content.Contains($"def {missing}", StringComparison.Ordinal) || content.Contains($"\n{missing} = ", StringComparison.Ordinal);
    }

    private static string? FindName(ProjectNames names, DocumentLiteral literal)
    {
        var role = literal.Role is { } written ? written[(written.LastIndexOf(':') is var colon && colon == written.Length - 1 ? 0 : colon + 1)..] : null;
        if (role is not null && !Roles.Contains(role)) return null;
        var text = literal.Text;
        var isCall = text.EndsWith(')') && text.IndexOf('(') is > 0;
        if (isCall) text = text[..text.IndexOf('(')];
        if (role is null) text = text.Replace(':', '.');
        if (!IsDotted(text) || !names.Owns(text)) return null;
        if (text.Split('.').Any(IsPlaceholder)) return null;
        if (role is not null) return text;
        var last = text[(text.LastIndexOf('.') + 1)..];
        if (FileEndings.Contains(last.ToLowerInvariant())) return null;
        var top = text[..text.IndexOf('.')];
        var looksLikeClass = char.IsAsciiLetterUpper(last[0]) && last.Any(char.IsAsciiLetterLower);
        // `app.config` is an object's attribute more often than a module's; two modules in a row are no accident.
        if (names.DepthOfModule(text) < 2) return !ProjectNames.IsGeneric(top) && (looksLikeClass || isCall) && !IsLabel(names, text) ? text : null;
        return !ProjectNames.IsGeneric(top) || looksLikeClass || literal.Text.Contains(':') ? text : null;
    }

    // Django's `shop.Cart` is a model of the application, wherever its class stands.
    private static bool IsLabel(ProjectNames names, string text) => text.Count(c => c == '.') == 1 && names.IsPackage(text[..text.IndexOf('.')]) && char.IsAsciiLetterUpper(text[text.IndexOf('.') + 1]) && names.IsSpreadOut(text);

    private static bool IsPlaceholder(string part) =>
        part is "foo" or "bar" or "baz" or "xyz" or "abc" or "ext" or "something" or "whatever" || part.StartsWith("my", StringComparison.OrdinalIgnoreCase) || part.StartsWith("some", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("your", StringComparison.OrdinalIgnoreCase) || part.StartsWith("example", StringComparison.OrdinalIgnoreCase);

    private static bool IsDescribed(Project project, string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return ProjectDocuments.Of(project.Whole).All.Any(document => document.Format == DocumentFormat.ReStructuredText
            && (document.Text.Content.Contains(":: " + name, StringComparison.Ordinal) || document.Text.Content.Contains(":: " + last, StringComparison.Ordinal) || document.Text.Content.Contains("." + last + "(", StringComparison.Ordinal)));
    }

    private static bool IsDotted(string text)
    {
        if (text.Length < 3 || text[0] == '.' || text[^1] == '.') return false;
        var start = true;
        foreach (var c in text)
        {
            if (c == '.' ? start : !(c == '_' || char.IsAsciiLetter(c) || (!start && char.IsAsciiDigit(c)))) return false;
            start = c == '.';
        }

        return text.Contains('.');
    }

    private static IEnumerable<(string Name, TextSpan Span)> Imports(CodeBlock block)
    {
        if (block.Language is not (CodeLanguage.Python or CodeLanguage.Unmarked) || !block.Code.Content.Contains("import ", StringComparison.Ordinal)) yield break;
        foreach (var statement in SyntaxTree.Parse(SourceText.From(block.Code.Content)).Root.Body)
        {
            if (statement is Import import)
                foreach (var alias in import.Names) yield return (alias.Name, block.Code.ToSource(alias.Start, alias.End));
            else if (statement is ImportFrom { Level: 0, Module: { } module } from)
                foreach (var alias in from.Names) yield return (alias.Name == "*" ? module : $"{module}.{alias.Name}", block.Code.ToSource(alias.Start, alias.End));
        }
    }
}
