using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Tells where code answers with markup it has put together itself.</summary>
internal static class MarkupResponses
{
    // Responses whose type is HTML unless they are told another.
    private static readonly HashSet<string> Pages =
    [
        "django.http.HttpResponse", "django.http.response.HttpResponse", "flask.make_response", "flask.Response", "flask.render_template_string", "quart.make_response", "quart.render_template_string",
        "starlette.responses.HTMLResponse", "fastapi.responses.HTMLResponse", "sanic.response.html", "sanic.html", "bottle.HTTPResponse", "jinja2.Template",
    ];

    private static readonly HashSet<string> LastNames = [.. Pages.Select(name => name[(name.LastIndexOf('.') + 1)..])];

    /// <summary>The content of a call that makes an HTML response; null for any other call.</summary>
    public static Expression? ContentOf(Call call, SemanticModel model)
    {
        if (call.Function.LastName() is not { } last) return null;
        var type = call.KeywordValue("content_type") ?? call.KeywordValue("mimetype") ?? call.KeywordValue("media_type");
        if (last == "Response" && call.KeywordValue("text") is { } text && type.StringValue() == "text/html" && model.GetQualifiedName(call.Function)?.StartsWith("aiohttp.web", StringComparison.Ordinal) == true) return text;
        if (last == "write" && call.Function is Attribute { Value: Name { Identifier: "self" } } && IsTornado(call, model)) return call.Arguments.FirstOrDefault();
        if (!LastNames.Contains(last) || (type is not null && type.StringValue()?.StartsWith("text/html", StringComparison.Ordinal) != true)) return null;
        return call.Arguments is [var content, ..] && model.GetQualifiedName(call.Function) is { } name && Pages.Contains(name) ? content : call.KeywordValue("content");
    }

    /// <summary>Whether a function's result is sent as a page.</summary>
    public static bool IsView(FunctionDef function, SyntaxNodeContext context) =>
        !function.Decorators.IsEmpty && context.Model.GetDeclaredFunction(function) is { } symbol
        && FrameworkModel.Of(context.Project).FindHandler(symbol) is { Role: HandlerRole.Route, Framework.Id: "flask" or "quart" or "bottle" or "cherrypy" };

    private static bool IsTornado(Call call, SemanticModel model) =>
        call.FirstAncestor<ClassDef>() is { } owner && model.GetDeclaredClass(owner)?.Mro.Any(parent => parent.QualifiedName == "tornado.web.RequestHandler") == true;
}
