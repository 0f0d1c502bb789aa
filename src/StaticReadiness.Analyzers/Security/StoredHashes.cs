using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Tells the hashes of passwords that a program keeps or compares from those a protocol or a file format asks for.</summary>
internal static class StoredHashes
{
    private static readonly HashSet<string> Words = ["password", "passwd", "pwd", "passphrase", "hash", "hashed", "pw", "digest", "encrypted", "encoded", "pass", "secret"];

    private static readonly HashSet<string> Tests = ["test", "tests", "pytest", "testing", "profiling", "ci", "dev", "benchmark"];

    public static bool IsForTests(RepositoryFile file) => IdentifierWords.Split(file.Path).Exists(Tests.Contains);

    /// <summary>Whether a scheme is that of a directory whose entries the file writes: the server says which it takes.</summary>
    public static bool IsForDirectory(string scheme, RepositoryFile file) => scheme.StartsWith("ldap", StringComparison.Ordinal) && IdentifierWords.Split(file.Path).Exists(word => word.StartsWith("ldap", StringComparison.Ordinal));

    /// <summary>Whether the file also hashes well: then the fast hash is that of old records, or what is handed to the slow one.</summary>
    public static bool IsBesideGood(Call digest) => digest.Ancestors().OfType<Module>().First().DescendantsAndSelf().Any(node => node switch
    {
        Import import => import.Names.Any(alias => IsGood(alias.Name)),
        ImportFrom { Module: { } module } import => IsGood(module) || (module == "werkzeug.security" && import.Names.Any(alias => alias.Name is "generate_password_hash" or "check_password_hash")),
        _ => false,
    });

    private static bool IsGood(string module) => module is "bcrypt" or "flask_bcrypt" or "argon2" or "passlib.hash" or "passlib.context" or "pwdlib" or "django.contrib.auth.hashers";

    /// <summary>Whether what a call hashes ends where a password is stored, compared or handed to whoever stores it.</summary>
    public static bool IsKept(Call digest)
    {
        // `{SHA}` and `$apr1$` are formats of password files; a dictionary beside an HTTP client is what another service asks for.
        if (digest.EnclosingFunction() is { } writer && (IsFormat(writer.Name) || writer.DescendantsAndSelf().Any(node => node is Constant { StringValue: { } text } && IsFormatMark(text)))) return false;
        SyntaxNode node = digest;
        while (node.Parent is { } around && IsWrapping(around, node))
        {
            // `sha256(password + time).hexdigest()[:8]` signs something short: no password is stored as its first digits.
            if (around is Subscript { Index: Slice }) return false;
            node = around;
        }

        return node.Parent switch
        {
            Assign { Targets: [Name variable] } when IsKey(variable) => false,
            Assign { Targets: [var target] } => Named(target),
            AnnAssign assign => Named(assign.Target),
            Keyword { Name: { } name } => IdentifierWords.Split(name).Exists(Words.Contains),
            Dict dict => !digest.Ancestors().OfType<Module>().First().Body.Any(IsHttpImport) && dict.Values.IndexOf((Expression)node) is >= 0 and var index && dict.Keys[index].StringValue() is { } key && IdentifierWords.Split(key).Exists(Words.Contains),
            Compare compare => !compare.Comparators.Prepend(compare.Left).Any(side => side is Name name && IdentifierWords.Split(name.Identifier).Exists(word => word is "sig" or "signature" or "checksum" or "etag")),
            Return or Call or List => true,
            _ => false,
        };
    }

    // `if key in seen: return seen[key]`: remembered while the program runs, stored nowhere.
    private static bool IsKey(Name variable)
    {
        var uses = variable.EnclosingFunction()?.Body.DescendantsInScope().OfType<Name>().Where(use => use.Identifier == variable.Identifier && use.Context == ExpressionContext.Load).ToList() ?? [];
        return uses.Count > 0 && uses.TrueForAll(use => use.Parent is Subscript { Index: var index } && index == use || use.Parent is Compare { Operators: [ComparisonOperator.In or ComparisonOperator.NotIn] } compare && compare.Left == use);
    }

    // `base64.b64encode(md5(password).digest())`, `f"{salt}${md5(password).hexdigest()}"`
    private static bool IsWrapping(SyntaxNode around, SyntaxNode node) => around switch
    {
        Attribute or Subscript or BinOp or FormattedValue or JoinedStr or Python.Syntax.Tuple or Await => true,
        Call call => call.Function == node || call.Function.LastName() is "b64encode" or "str" or "hexlify" or "bytes",
        _ => false,
    };

    private static bool Named(Expression target) => (target is Subscript subscript ? subscript.Index.StringValue() : target.LastName()) is { } name && IdentifierWords.Split(name).Exists(Words.Contains);

    // `{SSHA}…`, `$apr1$…`
    private static bool IsFormatMark(string text) => text switch
    {
        ['{', >= 'A' and <= 'Z', ..] => text.IndexOf('}', StringComparison.Ordinal) is > 1 and var end && text[1..end].All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)),
        ['$', >= 'A' and <= 'Z' or >= '0' and <= '9' or 'a', ..] => text[^1] is '$',
        _ => false,
    };

    private static bool IsFormat(string function) => IdentifierWords.Split(function).Exists(word => word is "mysql" or "mssql" or "oracle" or "postgres" or "ldap" or "apache") || function.Contains("md5crypt", StringComparison.OrdinalIgnoreCase) || function.Contains("bytestokey", StringComparison.OrdinalIgnoreCase) || function.Contains("htpasswd", StringComparison.OrdinalIgnoreCase);

    private static bool IsHttpImport(Statement statement) => statement switch
    {
        Import import => import.Names.Any(alias => alias.Name is "requests" or "httpx" or "urllib3"),
        ImportFrom { Module: "requests" or "httpx" or "urllib3" } => true,
        _ => false,
    };
}
