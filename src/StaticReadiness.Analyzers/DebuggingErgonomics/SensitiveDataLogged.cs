using System.Collections.Frozen;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports secrets and whole request bodies that are written to a log.</summary>
public sealed class SensitiveDataLogged : DiagnosticAnalyzer
{
    private static readonly FrozenSet<string> BodyNames = FrozenSet.Create(StringComparer.Ordinal, "body", "POST", "form", "headers", "cookies", "COOKIES", "META");

    // Words that also name harmless things: a parser's token, a cache's key, a page's token.
    private static readonly FrozenSet<string> Ambiguous = FrozenSet.Create(StringComparer.Ordinal, "token", "key", "pass", "secret", "auth", "pwd");

    private static readonly FrozenSet<string> TokenWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "access", "refresh", "auth", "authentication", "authorization", "api", "bearer", "session", "jwt", "oauth", "bot", "personal", "reset", "password", "secret", "login", "app", "admin", "user", "client", "service", "bootstrap", "deploy",
        "github", "gitlab", "slack", "discord", "telegram", "hf", "registry", "vault", "webhook", "id", "sas");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0410",
        "sensitive-data-logged",
        "A secret is written to a log",
        "`{0}` is written to {1}",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "debugging-ergonomics",
        "no-leftovers")
    {
        Cwe = [532],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Call);
        context.RegisterProjectAction(static context => context.NotApplicable("nothing is logged"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        var isPrint = call.Function is Name { Identifier: "print" };
        var level = isPrint ? null : LogCalls.LevelOf(call, context.Model);
        if (!isPrint && level is null) return;
        context.Examined();
        if (SecretFiles.IsNamedForTests(context.File) || IsRejected(call) || IsAskedFor(call)) return;
        // What a command prints it was asked for: the key it has made, the credentials of a client.
        if (isPrint && call.EnclosingFunction() is null && !context.Tree.Root.DescendantsAndSelf().Any(node => node is FunctionDef or ClassDef)) return;
        if (isPrint && CommandLineCode.Contains(call, context.Tree, context.File) && !(context.Model.GetEnclosingFunction(call) is { } function && RequestCode.Contains(context.Project, function))) return;
        foreach (var argument in call.Arguments)
            foreach (var (value, written) in Values(argument, context.Model))
            {
                if (IsRefused(value, call)) continue;
                var finding = context.CreateDiagnostic(context.LocationOf(value), written, isPrint ? "standard output" : "a log");
                // Nobody writes at this level in production, and not every body holds a secret.
                context.Report(level == "debug" && value is Attribute { Name: "body" or "POST" or "form" } ? finding with { Severity = DiagnosticSeverity.Note } : finding);
            }
    }

    // `if os.environ.get("LOG_AUTH_PAYLOAD") == "true":` — whoever sets the switch wants to see it.
    private static bool IsAskedFor(Call call) =>
        call.Ancestors().TakeWhile(ancestor => ancestor is not FunctionDef).OfType<If>().Any(choice => choice.Body.Any(statement => statement.Span.Contains(call.Span))
            && choice.Test.DescendantsAndSelf().Any(part => part is Expression expression && (expression.StringValue() ?? expression.LastName()) is { } name
                && IdentifierWords.Split(name) is { Count: > 1 } words && words[0] is "log" or "dump" or "trace" or "print" && !words.Exists(word => word is "level" or "in" or "out")));

    // A key that nothing knows opens nothing.
    private static bool IsRejected(Call call) =>
        call.FirstAncestor<ExceptHandler>()?.Type is { } type && (type is Python.Syntax.Tuple several ? several.Elements : [type]).Any(part =>
            part.LastName() is { } caught && (caught.EndsWith("DoesNotExist", StringComparison.Ordinal) || caught.EndsWith("NotFound", StringComparison.Ordinal) || caught is "NoResultFound"));

    // What could not be read or has run out opens nothing any more: `except TokenError: logger.error("invalid: %s", refresh_token)`.
    private static bool IsRefused(Expression value, Call call) =>
        IsTakenBack(value, call)
        || call.FirstAncestor<ExceptHandler>() is { Parent: Try attempt } && attempt.Body.DescendantsInScope().OfType<Call>().Any(check =>
            check.Function.LastName() is { } name && IdentifierWords.Split(name).Exists(word => word is "decode" or "b64decode" or "verify" or "validate" or "loads" or "parse" or "token") && check.Arguments.Any(argument => argument.LastName() is { } given && given == value.LastName()))
        || call.Ancestors().OfType<If>().Any(guard => guard.Body.Any(statement => statement.Start <= call.Start && call.End <= statement.End) && guard.Test.DescendantsAndSelf().OfType<Expression>().Any(part =>
            part is Name or Attribute && IdentifierWords.Split(part.LastName()!).Exists(word => word is "expired" or "revoked" or "blacklisted")));

    // What is printed as it is: names, attributes, items and what f-strings, `%` and `format` put in; any other call changes it.
    private static IEnumerable<(Expression Value, string Written)> Values(Expression argument, SemanticModel model)
    {
        switch (argument)
        {
            case Name or Attribute:
                if (Written(argument, model) is { } name) yield return (argument, name);
                break;
            case Subscript { Index: Constant { StringValue: { } key } } when IsSecret(key):
                yield return (argument, key);
                break;
            case JoinedStr text:
                foreach (var field in text.Values.OfType<FormattedValue>())
                    foreach (var found in Values(field.Value, model)) yield return found;
                break;
            case BinOp { Operator: BinaryOperator.Mod or BinaryOperator.Add } operation:
                foreach (var found in Values(operation.Left, model).Concat(Values(operation.Right, model))) yield return found;
                break;
            case Python.Syntax.Tuple tuple:
                foreach (var found in tuple.Elements.SelectMany(element => Values(element, model))) yield return found;
                break;
            case Call { Function: Attribute { Name: "format", Value: Constant } } format:
                foreach (var found in format.Arguments.Concat(format.Keywords.Select(keyword => keyword.Value)).SelectMany(given => Values(given, model))) yield return found;
                break;
            case Call { Function: Attribute { Name: "get_secret_value", Value: var secret } }:
                yield return (argument, secret.LastName() ?? "…");
                break;
        }
    }

    // `RefreshToken(refresh_token).blacklist()`, or in two steps.
    private static bool IsTakenBack(Expression value, Call call)
    {
        if (value is not Name given || call.EnclosingFunction() is not { } function) return false;
        var names = function.Body.DescendantsInScope().OfType<Assign>().Where(assign => Mentions(assign.Value, given.Identifier)).SelectMany(assign => assign.Targets).OfType<Name>().Select(target => target.Identifier).Append(given.Identifier).ToHashSet();
        return function.Body.DescendantsInScope().OfType<Call>().Any(end => end.End < call.Start && end.Function.LastName() is { } method
            && IdentifierWords.Split(method).Exists(word => word is "blacklist" or "revoke" or "invalidate") && names.Any(name => Mentions(end, name)));
    }

    private static bool Mentions(SyntaxNode node, string name) => node.DescendantsAndSelf().Any(part => part is Name found && found.Identifier == name);

    // `token["sub"]`, `token.get("email")`: what is read from by keys is what the token says, decoded, and opens nothing.
    private static bool HoldsClaims(Expression value, SemanticModel model) => value is Name name && value.EnclosingFunction() is { } function
        && (IsReadByKeys(name.Identifier, function) || function.Body.DescendantsInScope().OfType<Call>().Any(call => IsReadByKeysIn(call, name.Identifier, model)));

    private static bool IsReadByKeys(string name, FunctionDef function) => function.Body.DescendantsInScope().Any(node => node switch
    {
        Subscript { Value: Name read, Index: Constant { StringValue: not null } } => read.Identifier == name,
        Call { Function: Attribute { Name: "get", Value: Name read }, Arguments: [Constant { StringValue: not null }, ..] } => read.Identifier == name,
        _ => false,
    });

    // `User.find_by_jwt_token(jwt_oidc_token)`, whose parameter is read so.
    private static bool IsReadByKeysIn(Call call, string name, SemanticModel model) =>
        call.Arguments is [Name given] && given.Identifier == name && model.ResolveFunction(call.Function)?.Definition is { } callee
        && callee.Parameters.Positional.FirstOrDefault(parameter => parameter.Name is not ("self" or "cls")) is { } taken && IsReadByKeys(taken.Name, callee);

    private static string? Written(Expression value, SemanticModel model) => value switch
    {
        Attribute { Value: var owner } attribute when BodyNames.Contains(attribute.Name) && owner.LastName() is "request" && IsReceived(owner, model) => value.DottedName(),
        Name or Attribute when IsSecret(value.LastName()!) && !NamesMode(value) && !HoldsClaims(value, model) => value.DottedName() ?? value.LastName(),
        _ => null,
    };

    // `request = session.get(url)` is what another server answered, `error.request` what the program itself has sent.
    private static bool IsReceived(Expression request, SemanticModel model) => request switch
    {
        Attribute { Value: Name { Identifier: "self" or "cls" } } => true,
        Name name when model.GetEnclosingFunction(name) is { } function && !function.Parameters.Any(parameter => parameter.Name == name.Identifier) =>
            !function.Node.DescendantsAndSelf().Any(node => node is Assign { Targets: [Name target] } && target.Identifier == name.Identifier),
        Name => true,
        _ => false,
    };

    // `elif mode == self.AUTH_PASSWORD:` — the constant names a way, and no value.
    private static bool NamesMode(Expression value) =>
        value.LastName() is { } name && value.Ancestors().OfType<If>().Any(guard => guard.Test is Compare { Operators: [ComparisonOperator.Eq] } compare
            && (!name.Any(char.IsLower) || compare.Comparators is [Constant] && value.Start < (guard.Body[^1].Span.End)) && compare.DescendantsAndSelf().OfType<Expression>().Any(part => part != value && part.LastName() == name));

    private static bool IsSecret(string name)
    {
        if (SecretNames.KindOf(name) == SecretKind.None || Ambiguous.Contains(name.Trim('_').ToLowerInvariant())) return false;
        var words = IdentifierWords.Split(name);
        // Half of a pair: it names the account, as a user's name does, and the secret key is the other half.
        if (words is [.., "access", "key"] && !words.Contains("secret")) return false;
        // Most tokens are marks of something: of a page, a reservation, a share. Those that open something say whose they are.
        if (words[^1] is "token" or "tokens" && !words.Exists(TokenWords.Contains)) return false;
        return !words.Any(word => word is "orm" or "log" or "safe" or "short" or "hidden" or "masked" or "redacted" or "encrypted" or "hashed" or "has" or "is" or "no" or "missing" or "path" or "file" or "name" or "type" or "num" or "count" or "max" or "min" or "total" or "prefix" or "field" or "id" or "unused" or "public" or "fake" or "by" or "permit" or "permission" or "permissions" or "allow" or "allowed" or "enable" or "enabled" or "use" or "reservation" or "lease" or "page" or "next" or "cancel" or "cancellation" or "continuation" or "sync" or "cursor" or "mask"
            or "err" or "error" or "errors" or "msg" or "message" or "template" or "label" or "category" or "description" or "prompt" or "hint" or "reason" or "status" or "expiry" or "expires" or "expired" or "expiration" or "lifetime" or "ttl" or "endpoint" or "length" or "algorithm");
    }
}
