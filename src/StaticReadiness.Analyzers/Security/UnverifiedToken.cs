using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports JSON web tokens whose claims are read without checking the signature.</summary>
public sealed class UnverifiedToken : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Decoders = ["jwt.decode", "jose.jwt.decode", "jwt.api_jwt.decode", "jwt.PyJWT.decode", "jwt.decode_complete"];

    private static readonly HashSet<string> Readers = ["jose.jwt.get_unverified_claims", "jose.jws.get_unverified_claims"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1310",
        "unverified-token",
        "Claims of a token are read without checking its signature",
        "`{0}` reads claims that anybody can forge",
        DiagnosticSeverity.Error,
        Precision.Preview,
        "security",
        "credentials")
    {
        Cwe = [347],
        PeerIds = ["S5659"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no JSON web token is read"));
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function.LastName() is not ("decode" or "decode_complete" or "get_unverified_claims") || context.Model.GetQualifiedName(call.Function) is not { } name) return;
        if (!Decoders.Contains(name) && !Readers.Contains(name)) return;
        context.Examined();
        var culprit = Readers.Contains(name) ? call.Function : Culprit(call, context.Model);
        if (culprit is null || IsCheckedNearby(call, context) || IsOnlyAPeek(call)) return;
        context.Report(context.CreateDiagnostic(context.LocationOf(culprit), culprit == call.Function ? call.Function.DottedName() + "()" : context.Tree.Text.ToString(culprit.Span)) with
        {
            Severity = IsOwnToken(call) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
        });
    }

    private static SyntaxNode? Culprit(Call call, SemanticModel model)
    {
        if (call.Keywords.FirstOrDefault(keyword => keyword.Name == "verify" && keyword.Value.IsFalse()) is { } verify) return verify;
        if (call.KeywordValue("options") is { } options && model.ValueOf(options) is Dict dict)
            for (var i = 0; i < dict.Keys.Length; i++)
                if (dict.Keys[i].StringValue() == "verify_signature" && dict.Values[i].IsFalse()) return options;
        return call.Argument(2, "algorithms") is { } algorithms && model.ValueOf(algorithms).StringElements().Any(algorithm => algorithm.Equals("none", StringComparison.OrdinalIgnoreCase)) ? algorithms : null;
    }

    // The issuer or key id is read first, then the token is verified with the key they lead to, often by the function next to it.
    private static bool IsCheckedNearby(Call call, SyntaxNodeContext context) =>
        context.Tree.Root.DescendantsAndSelf().OfType<Call>().Any(other =>
            other != call && other.Function.LastName() is "decode" or "decode_complete"
            && Decoders.Contains(context.Model.GetQualifiedName(other.Function) ?? "") && Culprit(other, context.Model) is null)
        || (call.EnclosingFunction() is { } function && function.Body.DescendantsInScope().OfType<Call>().Any(other =>
            other != call && other.Function.LastName() is { } last && IdentifierWords.Split(last).Any(word => word is "verify" or "validate" or "authenticate" or "introspect")));

    // Code that says "unverified", asks what kind of token it has, or looks at nothing but when and by whom the token was made, trusts no claim.
    private static bool IsOnlyAPeek(Call call)
    {
        if (call.Parent is Assign { Targets: [var target] } && target.LastName() is { } named && IdentifierWords.Split(named).Contains("unverified")) return true;
        if (call.EnclosingFunction() is not { } function) return false;
        if (IdentifierWords.Split(function.Name).Any(word => word is "unverified" or "peek" or "insecure") || function.Name.StartsWith("is_", StringComparison.Ordinal)) return true;
        var variable = (call.Parent as Assign)?.Targets is [Name name] ? name.Identifier : null;
        var claims = function.Body.DescendantsInScope().Select(node => ClaimOf(node, variable)).OfType<string>().ToList();
        return claims.Count > 0 && claims.TrueForAll(claim => claim is "exp" or "iss" or "iat" or "nbf" or "kid" or "alg" or "aud");
    }

    private static string? ClaimOf(SyntaxNode node, string? variable) => node switch
    {
        Subscript subscript when IsOf(subscript.Value, variable) => subscript.Index.StringValue(),
        Call { Arguments: [var key, ..], Function: Attribute { Name: "get", Value: var owner } } when IsOf(owner, variable) => key.StringValue(),
        _ => null,
    };

    private static bool IsOf(Expression owner, string? variable) => variable is null || owner is Name { Identifier: var name } && name == variable;

    // A token that came straight from the issuer over TLS may be read unverified (OpenID Connect Core 3.1.3.7, item 6).
    private static bool IsOwnToken(Call call) =>
        call.Arguments is [var token, ..] && ((token as Subscript)?.Index.StringValue() ?? token.LastName()) is { } name && IdentifierWords.Split(name) is ["id" or "access" or "refresh", "token"];
}
