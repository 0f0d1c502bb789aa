using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>How the handlers of a project answer, in success and in failure.</summary>
internal sealed class AnswerHabits
{
    private static readonly ImmutableArray<string> ErrorKeys =
        ["error", "errors", "detail", "details", "message", "msg", "title", "reason", "description", "error_message", "errormsg", "error_msg", "errorMessage", "err", "status_message", "code"];

    private readonly List<ErrorBody> bodies = [];
    private readonly Dictionary<string, (int Json, int Page)> forms = [];
    private readonly bool rewritesHttpErrors;

    private AnswerHabits(Project project)
    {
        var model = FrameworkModel.Of(project);
        rewritesHttpErrors = model.ExceptionMappings.Any(mapping => FrameworkTables.LastName(mapping.Caught) is "HTTPException" or "StarletteHTTPException");
        foreach (var handler in model.Handlers)
        {
            if (handler.Role is not (HandlerRole.Route or HandlerRole.Dependency or HandlerRole.Middleware or HandlerRole.ExceptionHandler) || handler.Function.Definition is not { } definition) continue;
            if (project.Files.TryGet(handler.Function.Tree.Path)?.Role == FileRoles.Application) Collect(handler, definition, project.Compilation.GetSemanticModel(handler.Function.Tree));
        }
    }

    /// <summary>The bodies of failures whose shape can be read, in order of path and place.</summary>
    public IReadOnlyList<ErrorBody> Bodies => bodies;

    public static AnswerHabits Of(Project project) => project.GetFact(static p => new AnswerHabits(p));

    /// <summary>Whether the routes of a framework answer JSON, so far as they tell, and nearly no pages.</summary>
    public bool AnswersJson(Framework framework)
    {
        var (json, page) = forms.GetValueOrDefault(FamilyOf(framework));
        return json >= 3 && page * 8 <= json;
    }

    private static string FamilyOf(Framework framework) => framework.Id switch { "starlette" => "fastapi", "drf" => "django", var id => id };

    private void Collect(Handler handler, FunctionDef definition, SemanticModel model)
    {
        foreach (var node in definition.Body.DescendantsInScope())
        {
            if (node is Return { Value: { } value })
            {
                if (AnswerReader.Read(value, handler.Framework, model) is not { } answer) CountUnread(handler, value);
                else Count(handler, answer, model);
            }
            else if (node is Raise { Exception: Call raised } && handler.Framework.Id is "fastapi" or "starlette" && raised.Function.LastName() == "HTTPException" && !rewritesHttpErrors)
            {
                bodies.Add(new ErrorBody("detail", LocationOf(raised, model)));
            }
        }
    }

    // FastAPI and Litestar turn whatever a route returns into JSON.
    private void CountUnread(Handler handler, Expression value)
    {
        if (handler.Role == HandlerRole.Route && handler.Framework.Id is "fastapi" or "litestar" && value is not Call) CountForm(handler, isJson: true);
    }

    private void Count(Handler handler, Answer answer, SemanticModel model)
    {
        if (handler.Role == HandlerRole.Route && !answer.IsFailure && answer.Form is AnswerForm.Json or AnswerForm.Html) CountForm(handler, answer.Form == AnswerForm.Json);
        if (answer.IsFailure && KeyOf(answer) is { } key) bodies.Add(new ErrorBody(key, LocationOf(answer.Value, model)));
    }

    private void CountForm(Handler handler, bool isJson)
    {
        var (json, page) = forms.GetValueOrDefault(FamilyOf(handler.Framework));
        forms[FamilyOf(handler.Framework)] = isJson ? (json + 1, page) : (json, page + 1);
    }

    private static string? KeyOf(Answer answer)
    {
        var keys = answer.Body switch
        {
            Dict dict => dict.Keys.Select(key => key.StringValue()),
            Call call when answer.Form == AnswerForm.Json => call.Keywords.Select(keyword => keyword.Name),
            _ => [],
        };
        var given = keys.OfType<string>().ToHashSet();
        return ErrorKeys.FirstOrDefault(given.Contains);
    }

    private static Location LocationOf(SyntaxNode node, SemanticModel model) => new(model.Tree.Path, model.Tree.Text, node.Span);
}
