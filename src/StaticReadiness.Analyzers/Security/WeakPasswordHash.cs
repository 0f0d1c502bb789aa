using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports passwords hashed by functions that are fast to guess against.</summary>
public sealed class WeakPasswordHash : DiagnosticAnalyzer
{
    private const int FewestIterations = 10_000;

    private static readonly ILookup<string, string> Table = EmbeddedTable.Read("password-hashes.tsv").ToLookup(row => row[0], row => row[1]);

    private static readonly HashSet<string> Digests = [.. Table["digest"]];

    private static readonly Dictionary<string, string> GoodByLastName = Table["good"].DistinctBy(name => name[(name.LastIndexOf('.') + 1)..]).ToDictionary(name => name[(name.LastIndexOf('.') + 1)..]);

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1305",
        "weak-password-hash",
        "A password is hashed by a function that is fast to guess against",
        "`{0}` hashes passwords fast enough to guess them",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "security",
        "credentials")
    {
        Cwe = [916, 328],
        PeerIds = ["S324", "B324", "B303", "S4790", "S5344"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterSyntaxNodeAction(ExamineSetting, SyntaxKind.Assign);
        context.RegisterProjectAction(project => project.NotApplicable("no password is hashed"));
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function.LastName() is not { } last) return;
        if (Digests.Contains(last)) ExamineDigest(context, call, last);
        else if (last == "update") ExamineUpdate(context, call);
        else if (GoodByLastName.ContainsKey(last)) ExamineHasher(context, call, last);
        else if (last is "hash" or "encrypt" or "verify" && call.Function is Attribute { Value: var scheme } && Table["scheme"].Contains(scheme.LastName() ?? "")
            && context.Model.GetQualifiedName(scheme)?.StartsWith("passlib.hash.", StringComparison.Ordinal) == true)
        {
            context.Examined();
            if (last != "verify" && !StoredHashes.IsForDirectory(scheme.LastName()!, context.File)) context.Report(scheme, scheme.LastName()!);
        }
    }

    private static void ExamineDigest(SyntaxNodeContext context, Call call, string digest)
    {
        if (call.Arguments is not [var data, ..] || call.KeywordValue("usedforsecurity").IsFalse() || !BuiltText.PiecesOf(data, context.Model).Any(piece => IsPassword(piece.Value))) return;
        if (context.Model.GetQualifiedName(call.Function) != $"hashlib.{digest}" || IsForeignProtocol(call, context) || IsSentAway(call) || !StoredHashes.IsKept(call) || StoredHashes.IsBesideGood(call)) return;
        context.Examined();
        context.Report(call.Function, $"{call.Function.DottedName() ?? digest}()");
    }

    // `digest = hashlib.md5(salt)`, `digest.update(password.encode())`, `return digest.hexdigest()`
    private static void ExamineUpdate(SyntaxNodeContext context, Call call)
    {
        if (call is not { Function: Attribute { Value: Name digest }, Arguments: [var data] } || !BuiltText.PiecesOf(data, context.Model).Any(piece => IsPassword(piece.Value))) return;
        if (context.Model.ValueOf(digest) is not Call made || made.Function.LastName() is not { } last || !Digests.Contains(last) || context.Model.GetQualifiedName(made.Function) != $"hashlib.{last}") return;
        if (made.KeywordValue("usedforsecurity").IsFalse() || IsForeignProtocol(call, context) || IsSentAway(call)) return;
        var ends = call.EnclosingFunction()?.Body.DescendantsInScope().OfType<Call>().Where(end => end.Function is Attribute { Name: "hexdigest" or "digest", Value: Name owner } && owner.Identifier == digest.Identifier) ?? [];
        if (!ends.Any(StoredHashes.IsKept) || StoredHashes.IsBesideGood(call)) return;
        context.Examined();
        context.Report(made.Function, $"{made.Function.DottedName() ?? last}()");
    }

    // Accounts of a demonstration have passwords that the page shows; protocols prescribe their hash: the range query of Have I Been Pwned, digest authentication, NTLM; a hasher class keeps old hashes alive inside a slow one.
    private static bool IsForeignProtocol(SyntaxNode node, SyntaxNodeContext context) =>
        node.Ancestors().Select(ancestor => ancestor switch { FunctionDef function => function.Name, ClassDef owner => owner.Name, _ => "" }).Append(context.File.Path)
            .SelectMany(IdentifierWords.Split).Any(word => word is "demo" or "sample" or "dummy" or "fake" or "test" or "tests" or "seed" or "old" or "upgrade" or "rehash" or "migrate" or "migration" or "outdated" or "pwned" or "hibp" or "breach" or "breached" or "digest" or "ntlm" or "leaked" or "compromised" or "cache" or "legacy" or "fingerprint" or "hasher");

    // A client hashes as the service it logs in to prescribes: the class or function around speaks to one.
    private static bool IsSentAway(Call call)
    {
        // `{"password": digest, "hashFunction": "SHA-1"}` tells the service which hash it gets.
        if (call.EnclosingFunction()?.Body.DescendantsInScope().Any(node => node is Dict dict && dict.Keys.Any(key => key?.StringValue() is { } name && IdentifierWords.Split(name) is ["hash", "function" or "algorithm"])) == true) return true;
        SyntaxNode? around = call.FirstAncestor<ClassDef>() ?? (SyntaxNode?)call.EnclosingFunction();
        return around?.DescendantsAndSelf().OfType<Call>().Any(other => other.Function is Attribute { Value: var receiver, Name: var name }
            && (name is "load" && receiver is Name { Identifier: "self" } || receiver.LastName() is "requests" or "httpx" && name is "get" or "post" or "put" or "request"
                || name is "get" or "post" or "put" or "request" && receiver.LastName() is "session" or "client" && other.Arguments.Any(argument => argument.LastName() is { } given && IdentifierWords.Split(given).Contains("url") || argument is Constant { StringValue: { } text } && text.StartsWith("http", StringComparison.Ordinal))
                || name is "urlopen" || IdentifierWords.Split(name) is [.., "request"] && receiver is Name { Identifier: "self" })) == true;
    }

    private static bool IsPassword(Expression? value) => value switch
    {
        Name name => EndsInPassword(name.Identifier),
        // What a request or a row holds; a client's own password is for another system.
        Attribute { Value: Name { Identifier: not ("self" or "cls" or "settings" or "config" or "conf" or "args" or "options" or "opts") }, Name: var field } => field.Any(char.IsLower) && EndsInPassword(field),
        Call { Function: Attribute { Name: "encode" or "strip", Value: var inner } } => IsPassword(inner),
        Call { Arguments: [var inner, ..] } call when call.Function.LastName() is "bytes" or "to_bytes" or "force_bytes" or "smart_bytes" or "str" => IsPassword(inner),
        Subscript { Index: Constant { StringValue: { } key } } => EndsInPassword(key),
        _ => false,
    };

    // `sha1_password` is a hash already.
    private static bool EndsInPassword(string name) => IdentifierWords.Split(name) is [.., "password" or "passwd" or "pwd" or "passphrase"] words && !words.Exists(word => word is "hashed" or "hash" or "encrypted" || Digests.Contains(word));

    private static void ExamineHasher(SyntaxNodeContext context, Call call, string last)
    {
        if (context.Model.GetQualifiedName(call.Function) is not { } name || (name != GoodByLastName[last] && !name.EndsWith(".generate_password_hash", StringComparison.Ordinal))) return;
        context.Examined();
        if (last == "pbkdf2_hmac" && IsSentAway(call)) return;
        var weak = last switch
        {
            "generate_password_hash" => call.Argument(1, "method") is { } method && method.StringValue() is { } text && IsWeakMethod(text) ? method : null,
            "CryptContext" => call.Argument(0, "schemes")?.Elements() is [var first, ..] && Table["scheme"].Contains(first.StringValue() ?? "") ? first : null,
            "make_password" => call.Argument(2, "hasher") is { } hasher && hasher.StringValue() is "md5" or "unsalted_md5" or "sha1" or "unsalted_sha1" ? hasher : null,
            "pbkdf2_hmac" => call.Argument(3, "iterations") is Constant { ConstantKind: ConstantKind.Integer, Text: { } digits } count
                && int.TryParse(digits.Replace("_", ""), out var iterations) && iterations < FewestIterations && BuiltText.PiecesOf(call.Arguments.ElementAtOrDefault(1) ?? count, context.Model).Any(piece => IsPassword(piece.Value)) ? count : null,
            _ => null,
        };
        if (weak is null && last is not "checkpw") context.Prove("security/credentials", context.LocationOf(call.Function), $"`{last}` hashes passwords");
        if (weak is not null) context.Report(weak, context.Tree.Text.ToString(weak.Span));
    }

    private static bool IsWeakMethod(string method) =>
        Table["method"].Any(weak => method == weak || method.StartsWith(weak + ":", StringComparison.Ordinal) || method.StartsWith(weak + "$", StringComparison.Ordinal));

    private static void ExamineSetting(SyntaxNodeContext context)
    {
        if (context.Node is not Assign { Targets: [Name { Identifier: "PASSWORD_HASHERS" }] } || ProductionSettings.Read(context) is not (_, { } value) || StoredHashes.IsForTests(context.File)) return;
        context.Examined();
        if (value.Elements() is [var first, ..] && first.StringValue() is { } hasher && Table["hasher"].Contains(hasher[(hasher.LastIndexOf('.') + 1)..]))
        {
            var finding = context.CreateDiagnostic(context.LocationOf(first), hasher[(hasher.LastIndexOf('.') + 1)..]);
            context.Report(IsExplained(context) ? finding with { Severity = DiagnosticSeverity.Note } : finding);
        }
    }

    // `# no password is ever stored: everybody signs in elsewhere`
    private static bool IsExplained(SyntaxNodeContext context)
    {
        var line = context.Tree.Text.GetLineIndex(context.Node.Start);
        return context.Tree.Comments.Any(comment => line - context.Tree.Text.GetLineIndex(comment.Start) is >= 0 and <= 2
            && IdentifierWords.Split(context.Tree.Text.ToString(comment)) is { Count: > 3 } words && words.Exists(word => word is "never" or "no" or "not" or "only" or "unusable"));
    }
}
