using System.Globalization;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>Reads the status and the body out of what request handlers return.</summary>
internal static class AnswerReader
{
    private static readonly ILookup<string, (string Module, AnswerCall Call)> Calls = EmbeddedTable.Read("answer-calls.tsv")
        .ToLookup(row => row[1], row => (row[0], new AnswerCall(Number(row[2]), row[3], Number(row[4]), Enum.Parse<AnswerForm>(row[5], ignoreCase: true), Number(row[6]))));

    // These answer 200 with whatever a handler returns; in the others only a response object has a status.
    private static readonly HashSet<string> BareValueFrameworks = ["fastapi", "flask", "quart", "litestar", "bottle", "cherrypy", "pyramid", "turbogears"];

    /// <summary>What a handler of a framework answers by returning a value; null when the value does not tell.</summary>
    public static Answer? Read(Expression value, Framework framework, SemanticModel model)
    {
        if (value is Python.Syntax.Tuple { Elements: [var body, var second, ..] } && framework.Id is "flask" or "quart")
            return StatusOf(second) is { } status ? WithStatus(Read(body, framework, model), value, body, status)
                : second is Dict ? Read(body, framework, model) : new Answer(value, null, body, AnswerForm.Any);
        if (value is Call { Function: Name { Identifier: "str" or "repr" } or Python.Syntax.Attribute { Name: "format_exc" } } text && framework.Id is "flask" or "quart" or "bottle") return new Answer(text, 200, text, AnswerForm.Text);
        if (value is Call call) return ReadCall(call, framework, model);
        if (!BareValueFrameworks.Contains(framework.Id)) return null;
        return value switch
        {
            Dict or DictComp => new Answer(value, 200, value, AnswerForm.Json),
            List or ListComp when framework.Id is not ("bottle" or "pyramid") => new Answer(value, 200, value, AnswerForm.Json),
            Constant { ConstantKind: ConstantKind.String } or JoinedStr => new Answer(value, 200, value, framework.Id is "fastapi" or "litestar" ? AnswerForm.Json : AnswerForm.Text),
            Constant { ConstantKind: ConstantKind.None or ConstantKind.True or ConstantKind.False } when framework.Id == "fastapi" => new Answer(value, 200, value, AnswerForm.Json),
            _ => null,
        };
    }

    /// <summary>Whether a call makes a response with a status of success, in whatever framework.</summary>
    public static bool IsSuccess(Call call, SemanticModel model) =>
        call.Function.LastName() is { } name && Calls.Contains(name) && model.GetQualifiedName(call.Function) is { } qualified && FrameworkTables.Frameworks.Values.FirstOrDefault(framework => Calls[name].Any(known => qualified.StartsWith(known.Module + ".", StringComparison.Ordinal) && Matches(framework, known.Module))) is { } found
        && ReadCall(call, found, model) is { IsSuccess: true };

    /// <summary>The number of a status, written as a number, a text such as <c>500 Internal Server Error</c> or a constant such as <c>HTTP_404_NOT_FOUND</c>; null when it is computed.</summary>
    public static int? StatusOf(Expression? expression) => expression switch
    {
        Constant { ConstantKind: ConstantKind.Integer, Text: { Length: 3 } text } when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        Constant { StringValue: { Length: >= 3 } text } when int.TryParse(text.AsSpan(0, 3), CultureInfo.InvariantCulture, out var number) => number,
        Python.Syntax.Attribute { Name: "value", Value: var member } => StatusOf(member),
        Name or Python.Syntax.Attribute when expression.LastName() is { } name => StatusNames.Find(name),
        _ => null,
    };

    private static Answer WithStatus(Answer? inner, Expression value, Expression body, int status) => new(value, status, inner?.Body ?? body, inner?.Form ?? AnswerForm.Any);

    private static Answer? ReadCall(Call call, Framework framework, SemanticModel model)
    {
        if (call.Function.LastName() is not { } name || !Calls.Contains(name) || !ReferToLibrary(call, model)) return null;
        var qualified = model.GetQualifiedName(call.Function);
        foreach (var (module, known) in Calls[name])
        {
            if (!(qualified is null ? Matches(framework, module) && char.IsUpper(name[0]) : qualified.StartsWith(module + ".", StringComparison.Ordinal))) continue;
            var body = BodyOf(call, known);
            // `make_response(jsonify(…), 500)`
            var inner = known.Form == AnswerForm.Any && body is Call && body != call ? Read(body, framework, model) : null;
            var given = known.Position >= 0 || known.Keyword.Length > 0 ? call.Argument(known.Position, known.Keyword) : null;
            if (given is null && call.HasUnpacking()) return null;
            return new Answer(call, given is null ? known.Status is 200 ? inner?.Status ?? known.Status : known.Status : StatusOf(given), inner?.Body ?? body, inner?.Form ?? FormOf(call, known));
        }

        return null;
    }

    private static bool ReferToLibrary(Call call, SemanticModel model) => model.ResolveFunction(call.Function) is null && model.ResolveClass(call.Function) is null;

    private static bool Matches(Framework framework, string module) =>
        framework.Id == module || (framework.Id == "drf" && module is "rest_framework" or "django") || (framework.Id == "fastapi" && module == "starlette");

    private static Expression? BodyOf(Call call, AnswerCall known)
    {
        if (known.Body < 0) return null;
        foreach (var keyword in new[] { "content", "data", "body", "text", "response", "context" })
            if (call.KeywordValue(keyword) is { } value) return value;
        return known.Body < call.Arguments.Length ? call.Arguments[known.Body] : call.Keywords.IsEmpty ? null : call;
    }

    private static AnswerForm FormOf(Call call, AnswerCall known)
    {
        if (known.Form != AnswerForm.Any) return known.Form;
        if ((call.KeywordValue("media_type") ?? call.KeywordValue("mimetype") ?? call.KeywordValue("content_type")) is not { } type) return AnswerForm.Any;
        return type.StringValue() is not { } text ? AnswerForm.Any : text.Contains("json") ? AnswerForm.Json : text.Contains("html") ? AnswerForm.Html : text.StartsWith("text/") ? AnswerForm.Text : AnswerForm.Any;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
