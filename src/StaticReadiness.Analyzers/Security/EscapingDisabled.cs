using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports values that reach a page as markup without having been escaped.</summary>
public sealed class EscapingDisabled : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Marks =
    [
        "django.utils.safestring.mark_safe", "django.utils.safestring.SafeString", "django.utils.safestring.SafeText", "django.utils.html.mark_safe",
        "markupsafe.Markup", "flask.Markup", "jinja2.Markup", "jinja2.utils.markupsafe.Markup", "wtforms.widgets.core.Markup",
    ];

    private static readonly HashSet<string> LastNames = ["mark_safe", "SafeString", "SafeText", "Markup"];

    private static readonly HashSet<string> HarmlessWords =
    [
        "help", "html", "rendered", "render", "hash", "hashid", "uuid", "slug", "escaped", "escape", "safe", "markup", "svg", "icon", "css", "class", "classes", "color", "url", "href", "link", "id", "pk", "count", "size", "width", "height", "attrs", "attr", "widget",
        "template", "static", "translate", "gettext", "ugettext", "reverse", "format", "label", "percent", "version", "number", "total", "index", "level", "tag", "flatatt", "csrf", "date", "time", "status", "price", "amount", "currency",
    ];

    private static readonly HashSet<string> Escapers =
        ["flask.render_template", "quart.render_template", "django.shortcuts.render", "django.utils.html.format_html", "django.utils.html.conditional_escape", "django.template.response.TemplateResponse", "sanic_ext.render"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1304",
        "escaping-disabled",
        "A value reaches a page as markup without being escaped",
        "`{0}` puts {1} into the page unescaped",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "security",
        "output")
    {
        Cwe = [79],
        PeerIds = ["S308", "S701", "S702", "S704", "B308", "B701", "B702", "B703", "B704", "S5247", "S5131"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterSyntaxNodeAction(ExamineResult, SyntaxKind.Return);
        context.RegisterProjectAction(project => project.NotApplicable("no markup is made in code"));
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function.LastName() is not { } last) return;
        if (last is "render_template" or "format_html" or "conditional_escape" or "TemplateResponse" or "render" && Escapers.Contains(context.Model.GetQualifiedName(call.Function) ?? "")) context.Prove("security/output", context.LocationOf(call.Function), $"`{last}` escapes what it shows");
        if (MarkupResponses.ContentOf(call, context.Model) is { } page) ExaminePage(context, call.Function, last + "()", page);
        if (call.KeywordValue("autoescape") is { } escape) ExamineAutoescape(context, call, escape);
        // `Markup(text).unescape()` and `.striptags()` make text of markup, and that is escaped again.
        if (call.Parent is Python.Syntax.Attribute { Name: "unescape" or "striptags" }) return;
        if (!LastNames.Contains(last) || call.Arguments is not [var content, ..] || !Marks.Contains(context.Model.GetQualifiedName(call.Function) ?? "")) return;
        context.Examined();
        if (Culprit(content, context) is not { } culprit) return;
        context.Report(context.CreateDiagnostic(context.LocationOf(call.Function), $"{last}()", Written(culprit.Value, context)) with
        {
            Severity = culprit.Origin == Origin.Input ? DiagnosticSeverity.Error : IsJson(content, context) ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
        });
    }

    // Flask and Bottle send what a view returns as HTML.
    private static void ExamineResult(SyntaxNodeContext context)
    {
        if (context.Node is not Return { Value: JoinedStr or BinOp or Call } result || result.EnclosingFunction() is not { } view || !MarkupResponses.IsView(view, context)) return;
        ExaminePage(context, result.Value, view.Name, result.Value);
    }

    // Only what a client sends, and only into markup: a page of other values may have been made by a template.
    private static void ExaminePage(SyntaxNodeContext context, SyntaxNode place, string name, Expression page)
    {
        var pieces = BuiltText.PiecesOf(page, context.Model);
        if (pieces.Length < 2 || !pieces.Any(piece => piece.Literal?.Contains('<') == true)) return;
        context.Examined();
        var origins = new Origins(context.Project, context.Model);
        if (pieces.FirstOrDefault(piece => piece.Value is { } value && !CheckedFirst.Is(value) && origins.Of(value) == Origin.Input).Value is not { } culprit) return;
        context.Report(context.CreateDiagnostic(context.LocationOf(place), name, Written(culprit, context)) with { Severity = DiagnosticSeverity.Error });
    }

    private static string Written(Expression culprit, SyntaxNodeContext context)
    {
        var written = context.Tree.Text.ToString(culprit.Span);
        return written.Contains('`') || written.Contains('\n') ? "a value" : $"`{written}`";
    }

    // Only where pages are made: templates of configuration files and mails in plain text want no escaping.
    private static void ExamineAutoescape(SyntaxNodeContext context, Call call, Expression escape)
    {
        if (context.Model.GetQualifiedName(call.Function) is not ("jinja2.Environment" or "jinja2.environment.Environment" or "tornado.web.Application" or "tornado.template.Loader" or "aiohttp_jinja2.setup")) return;
        context.Examined();
        var isOff = escape.IsFalse() || escape.IsNone();
        if (escape.IsTrue() || escape is Call { Function: var select } && select.LastName() == "select_autoescape") context.Prove("security/output", context.LocationOf(escape.Parent!), "templates escape what they show");
        if (isOff && call.KeywordValue("variable_start_string") is null && (call.Function.LastName() != "Environment" || NamesPage(context.Tree)))
            context.Report(escape.Parent!, context.Tree.Text.ToString(escape.Parent!.Span), "every value");
    }

    // `get_template("cart.html")`: templates of prompts, mails and configuration files want no escaping.
    private static bool NamesPage(SyntaxTree tree) =>
        tree.Text.Content.Contains(".html", StringComparison.Ordinal)
        && tree.Root.DescendantsAndSelf().Any(node => node is Constant { StringValue: { Length: < 200 } name } && (name.EndsWith(".html", StringComparison.Ordinal) || name.EndsWith(".html.j2", StringComparison.Ordinal) || name.EndsWith(".html.jinja", StringComparison.Ordinal) || name.EndsWith(".html.jinja2", StringComparison.Ordinal)));

    private static (Expression Value, Origin Origin)? Culprit(Expression content, SyntaxNodeContext context)
    {
        var origins = new Origins(context.Project, context.Model);
        content = JustAssigned(content) ?? content;
        var pieces = BuiltText.PiecesOf(content, context.Model);
        var isMarkup = pieces.Any(piece => piece.Literal?.Contains('<') == true);
        if (IsJson(content, context)) return !IsWarnedOf(content) && IsGiven(((Call)content).Arguments[0], context, origins) ? (content, Origin.Unknown) : null;
        (Expression Value, Origin Origin)? worst = null;
        foreach (var piece in pieces)
        {
            if (piece.Value is not { } value || IsHarmless(value, context) || CheckedFirst.Is(value)) continue;
            var origin = origins.Of(value);
            if (origin == Origin.Input || (origin == Origin.Unknown && isMarkup && IsData(value, context)))
                if (worst is null || origin > worst.Value.Origin) worst = (value, origin);
        }

        return worst;
    }

    // `output = '<a href="{}">'.format(escape(url))`, then `mark_safe(output)`: what other branches put into the variable is not meant.
    private static Expression? JustAssigned(Expression content)
    {
        if (content is not Name variable || content.FirstAncestor<Statement>() is not { Parent: { } parent } statement) return null;
        var siblings = parent.ChildNodes();
        var before = siblings.IndexOf(statement) - 1;
        return before >= 0 && siblings[before] is Assign { Targets: [Name target], Value: var value } && target.Identifier == variable.Identifier ? value : null;
    }

    // JSON may hold `</script>`, which ends the element it is written into (Django's `json_script` escapes it).
    private static bool IsJson(Expression content, SyntaxNodeContext context) =>
        content is Call { Arguments: [not Constant, ..] } call && call.Function.LastName() == "dumps" && context.Model.GetQualifiedName(call.Function) is "json.dumps" or "simplejson.dumps"
        && call.KeywordValue("cls").LastName()?.Contains("safe", StringComparison.OrdinalIgnoreCase) != true;

    // `Unsafe: only for the templates of registrations`
    private static bool IsWarnedOf(Expression content) =>
        content.EnclosingFunction() is { Body: [ExpressionStatement { Value: Constant { StringValue: { } text } }, ..] } && (text.Contains("unsafe", StringComparison.OrdinalIgnoreCase) || text.Contains("not safe", StringComparison.OrdinalIgnoreCase));

    // What a template or a client hands over; what the code has put together itself is as good as its parts.
    private static bool IsGiven(Expression value, SyntaxNodeContext context, Origins origins) =>
        origins.Of(value) == Origin.Input || (value is Name name && context.Model.GetSymbol(name)?.Resolve() is { IsParameter: true });

    // `user.name`, `row["title"]` of what the function is given: what was stored may be what somebody typed. A bare variable or another function's result may be markup already.
    private static bool IsData(Expression value, SyntaxNodeContext context)
    {
        var owner = value switch { Python.Syntax.Attribute attribute => attribute.Value, Subscript { Index: Constant { StringValue: not null } } subscript => subscript.Value, _ => null };
        return owner is Name { Identifier: not ("self" or "cls" or "settings" or "config" or "field" or "form" or "column" or "table" or "context" or "request" or "attrs") } name
            && context.Model.GetSymbol(name)?.Resolve() is { IsParameter: true };
    }

    private static bool IsHarmless(Expression value, SyntaxNodeContext context)
    {
        var name = value is Call call ? call.Function.LastName() : (value as Subscript)?.Index.StringValue() ?? value.LastName();
        if (name is not null && IdentifierWords.Split(name).Any(HarmlessWords.Contains)) return true;
        return context.Model.GetType(value) is { IsInstance: true } type && (Marks.Contains(type.QualifiedName) || type.QualifiedName.EndsWith("SafeString", StringComparison.Ordinal));
    }
}
