using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>The arguments that turn the check of certificates off, from a data table.</summary>
internal static class CertificateSwitches
{
    private static readonly ILookup<string, CertificateSwitch> ByKeyword =
        EmbeddedTable.Read("certificate-switches.tsv").Select(row => new CertificateSwitch(row[0], row[1], row[2])).ToLookup(row => row.Keyword);

    private static readonly ImmutableHashSet<string> OptionWords = ["verify", "insecure", "ssl", "tls", "cert", "certs", "certificate", "check", "skip", "validate", "trust", "https", "secure", "selfsigned", "unverified"];

    public static bool Has(string? keyword) => keyword is not null && ByKeyword.Contains(keyword);

    /// <summary>Whether a value of a keyword turns the check off in some library's function.</summary>
    public static bool IsBad(string qualifiedName, string keyword, Expression value)
    {
        foreach (var row in ByKeyword[keyword])
            if (qualifiedName.StartsWith(row.Prefix, StringComparison.Ordinal) && Is(value, row.Bad)) return true;
        return false;
    }

    /// <summary>Whether an `if` about certificates stands around a node: somebody who runs the program decides.</summary>
    public static bool IsOptional(SyntaxNode node) =>
        node.Ancestors().OfType<If>().Any(choice => choice.Test.DescendantsAndSelf().Any(part =>
            part is Expression expression && (expression.LastName() ?? expression.StringValue()) is { } name && (IdentifierWords.Split(name).Any(OptionWords.Contains) || IsParameterOfSwitch(expression))))
        || node.Ancestors().TakeWhile(parent => parent is not Statement).OfType<IfExp>().Any(choice => choice.Test.DescendantsAndSelf().Any(part => part is Expression expression && expression.LastName() is { } name && IdentifierWords.Split(name).Any(OptionWords.Contains)))
        || IsNamedInsecure(node) || IsExamination(node);

    // Whoever looks at the certificate itself, or tries which ciphers a server takes, must get a connection first.
    private static bool IsExamination(SyntaxNode node) =>
        node.Ancestors().OfType<FunctionDef>().Any(function => IdentifierWords.Split(function.Name).Exists(word => word is "cipher" or "ciphers")
            || function.Body.DescendantsInScope().OfType<Call>().Any(call => call.Function.LastName() is "getpeercert" or "get_peer_certificate" or "get_peer_cert_chain" or "cipher" && call.Arguments.Length <= 1));

    // `def set_https_verification(value)`: the caller says.
    private static bool IsParameterOfSwitch(Expression test) =>
        test is Name { Identifier: var name } && test.EnclosingFunction() is { } function && function.Parameters.Positional.Any(parameter => parameter.Name == name) && IdentifierWords.Split(function.Name).Exists(word => OptionWords.Contains(word) || word is "verification");

    // `insecure_client = AsyncClient(verify=False)` stands beside one that checks, and whoever takes it says so.
    private static bool IsNamedInsecure(SyntaxNode node) =>
        node.Ancestors().OfType<ClassDef>().Any(owner => IdentifierWords.Split(owner.Name).Exists(word => word is "insecure" or "unverified" or "untrusted" or "broken"))
        || node.Ancestors().OfType<Assign>().FirstOrDefault() is { Targets: [var target] } && target.LastName() is { } name && IdentifierWords.Split(name).Exists(word => word is "insecure" or "unverified" or "untrusted");

    private static bool Is(Expression value, string bad) => bad switch
    {
        "False" => value.IsFalse(),
        "True" => value.IsTrue(),
        "None" => value.IsNone() || value.StringValue() is "none" or "CERT_NONE",
        _ => value.LastName() == bad,
    };
}
