using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>What the place of a credential, and the words beside it, say of what it opens.</summary>
internal static class SecretPlaces
{
    private const int LinesAbove = 4;

    private const int LinesAround = 6;

    private const int CharactersBefore = 600;

    private const int PairedSecret = 40;

    private static readonly HashSet<string> LocalNames =
        ["localhost", "local", "test", "tests", "testing", "snakeoil", "selfsigned", "dummy", "example", "sample", "demo", "dev", "devel", "development", "fake", "mock"];

    private static readonly HashSet<string> ContainerFolders = ["container", "containers", "compose", "vagrant", "devcontainer", "haproxy"];

    private static readonly string[] PublicPhrases =
    [
        "not a secret", "not secret", "no secret", "isn't secret", "isn't a secret", "not sensitive", "non-secret", "not confidential", "is public", "are public", "public api key", "public token",
        "publicly available", "publicly known", "publicly visible", "publicly accessible", "publish-able", "publishable", "safe to commit", "safe to expose", "safe to publish", "to be constant", "is constant", "same for every", "used locally", "local use only", "only for local", "local development only",
        "please replace", "replace before", "replace this", "replace it", "替换",
    ];

    // Containers are left out: production runs in them too.
    private static readonly HashSet<string> TrialWords =
        ["dev", "devel", "develop", "development", "ci", "travis", "docs", "test", "tests", "testing", "demo", "sample", "example", "sandbox", "playground", "e2e", "minikube", "vagrant", "quickstart", "tutorial", "benchmark", "benchmarks"];

    private static readonly HashSet<string> ShowWords = ["example", "examples", "sample", "samples", "demo", "demos", "tutorial", "tutorials"];

    private static readonly HashSet<string> StandInNames = ["stub", "dummy", "fake", "mock", "example", "sample", "placeholder"];

    private static readonly string[] DevelopmentModes = ["_ENV: dev", "_ENV=dev", "_ENV = dev", "_ENV: 'dev", "_ENV: \"dev"];

    private static readonly string[] StandInWords = ["dummy", "fake-", "fake_", "snakeoil", "placeholder", "example.com", "example.net", "example.org"];

    /// <summary>Whether a file that holds a private key is named for one machine: <c>localhost.key</c>.</summary>
    public static bool IsNamedForOneMachine(RepositoryFile file)
    {
        var words = IdentifierWords.Split(Path.GetFileNameWithoutExtension(file.Name));
        return words.Any(LocalNames.Contains) || (words.Contains("self") && words.Contains("signed"));
    }

    /// <summary>Whether a file sets up containers or a developer's machine.</summary>
    public static bool IsForDevelopment(RepositoryFile file) =>
        DebugSettings.IsDevelopmentFile(file) || IdentifierWords.Split(file.Directory).Any(ContainerFolders.Contains);

    /// <summary>Whether a file configures trials, tests or the machines of developers and nothing else.</summary>
    public static bool IsForTrials(RepositoryFile file) => IdentifierWords.Split(file.Path).Any(TrialWords.Contains);

    /// <summary>Whether a file explains or shows how something is set up: a document, or one in <c>example_rules/</c>.</summary>
    public static bool IsForShow(RepositoryFile file) =>
        (file.Role & (FileRoles.Documentation | FileRoles.Example)) != FileRoles.None || IdentifierWords.Split(file.Path).Any(ShowWords.Contains);

    /// <summary>Whether a literal configures a trial: by its file, its class (<c>class Test(Config)</c>), or behind the main guard.</summary>
    public static bool IsForTrials(SyntaxNode literal, RepositoryFile file) =>
        IsForTrials(file) || literal.IsUnderMainGuard() || literal.Ancestors().OfType<ClassDef>().Any(owner => IdentifierWords.Split(owner.Name).Any(TrialWords.Contains));

    /// <summary>Whether the name given to a literal says that it serves trials: <c>JWT_TEST_PRIVATE_KEY</c>.</summary>
    public static bool IsNamedForTrials(SyntaxNode literal) =>
        literal.Ancestors().OfType<Assign>().Any(assign => assign.Targets.Any(target => target.LastName() is { } name && IdentifierWords.Split(name).Any(TrialWords.Contains)));

    /// <summary>Whether the name given to a literal, or its class or function, calls it a stand-in: <c>class JWT_STUB_VALUES</c>.</summary>
    public static bool IsCalledStandIn(SyntaxNode literal) =>
        literal.Ancestors().Any(ancestor => ancestor switch
        {
            ClassDef owner => IsStandInName(owner.Name),
            FunctionDef function => IsStandInName(function.Name),
            Assign assign => assign.Targets.Any(target => target.LastName() is { } name && IsStandInName(name)),
            _ => false,
        });

    /// <summary>Whether a comment at the literal or in the lines above says that the value is for everybody.</summary>
    public static bool IsCalledPublic(SyntaxNode literal, SyntaxTree tree)
    {
        var last = tree.Text.GetLineIndex(literal.Start);
        var first = literal.Ancestors().OfType<Statement>().FirstOrDefault() is { } statement ? tree.Text.GetLineIndex(statement.Start) : last;
        if (last - first > 2 * LinesAbove) first = last;
        return tree.Comments.Any(comment => tree.Text.GetLineIndex(comment.Start) is var line && line >= first - LinesAbove && line <= last && SaysPublic(tree.Text.Slice(comment)));
    }

    /// <summary>Whether a comment in the lines above, or the one at the head of the file, says that the value is for everybody.</summary>
    public static bool IsCalledPublic(SourceText text, int position)
    {
        var line = text.GetLineIndex(position);
        for (var above = line - 1; above >= 0 && above >= line - LinesAbove && IsComment(text, above); above--)
            if (SaysPublic(text.Slice(text.GetLineSpan(above)))) return true;
        for (var head = 0; head < line && IsComment(text, head); head++)
            if (SaysPublic(text.Slice(text.GetLineSpan(head)))) return true;
        return SaysPublic(text.Content.AsSpan(position, text.GetLineSpan(line).End - position));
    }

    /// <summary>Whether what stands before a key names its account a stand-in: <c>"project_id": "dummy-project"</c>.</summary>
    public static bool BelongsToStandIn(string text, int position)
    {
        var start = Math.Max(0, position - CharactersBefore);
        var before = text.AsSpan(start, position - start);
        foreach (var word in StandInWords)
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>
    /// Whether what stands around a key says that its service takes any key or shows this one to everybody:
    /// MinIO takes over the access key it is started with, an id of Amazon's opens nothing without its secret, Firebase's settings for browsers hold a Google key that names a project and opens nothing, and every page with a map of Google's shows the key of it.
    /// </summary>
    public static bool IsForEverybody(SecretFormat format, SourceText text, int position) => format.Id switch
    {
        "aws-access-key" or "aws-session-key" => Around(text, position) is var near && (near.Contains("minio", StringComparison.OrdinalIgnoreCase) || !HoldsSecretOfPair(near)),
        "google-api-key" => Around(text, position) is var near && (near.Contains("authDomain", StringComparison.OrdinalIgnoreCase) || near.Contains("firebaseapp.com", StringComparison.Ordinal)) || text.Slice(text.GetLineSpan(text.GetLineIndex(position))).Contains("map", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Whether a key's id stands in a signed URL, which names the key that signed it to everybody who gets the URL: <c>?X-Amz-Credential=…&amp;X-Amz-Signature=…</c>.</summary>
    public static bool IsInSignedUrl(ReadOnlySpan<char> text, int position) =>
        (text[..position].EndsWith("X-Amz-Credential=", StringComparison.OrdinalIgnoreCase) || text[..position].EndsWith("AWSAccessKeyId=", StringComparison.OrdinalIgnoreCase))
        && text[..Math.Min(text.Length, position + CharactersBefore)].Contains("Signature=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the settings around one speak of the machine itself.</summary>
    public static bool IsBesideOwnHost(SourceText text, int position) =>
        Around(text, position) is var near && (near.Contains("localhost", StringComparison.Ordinal) || near.Contains("127.0.0.1", StringComparison.Ordinal));

    /// <summary>Whether the settings around one choose the mode of development: <c>NODE_ENV: development</c>.</summary>
    public static bool IsBesideDevelopmentMode(SourceText text, int position)
    {
        var near = Around(text, position);
        foreach (var mode in DevelopmentModes)
            if (near.Contains(mode, StringComparison.Ordinal)) return true;
        return false;
    }

    // The secret of a pair has 40 characters of Base64 and no name of its own.
    private static bool HoldsSecretOfPair(ReadOnlySpan<char> near)
    {
        for (var start = 0; start < near.Length; start++)
        {
            var end = start;
            while (end < near.Length && (char.IsAsciiLetterOrDigit(near[end]) || near[end] is '+' or '/')) end++;
            if (end - start == PairedSecret && near[start..end].ContainsAnyInRange('0', '9') && near[start..end].ContainsAnyInRange('A', 'Z')) return true;
            start = end;
        }

        return false;
    }

    private static ReadOnlySpan<char> Around(SourceText text, int position)
    {
        var line = text.GetLineIndex(position);
        var first = text.GetLineSpan(Math.Max(0, line - LinesAround)).Start;
        return text.Content.AsSpan(first, text.GetLineSpan(Math.Min(text.LineCount - 1, line + LinesAround)).End - first);
    }

    private static bool IsStandInName(string name) => IdentifierWords.Split(name).Any(StandInNames.Contains);

    private static bool IsComment(SourceText text, int line) => text.Slice(text.GetLineSpan(line)).TrimStart() is ['#' or ';', ..] or ['/', '/', ..];

    private static bool SaysPublic(ReadOnlySpan<char> comment)
    {
        foreach (var phrase in PublicPhrases)
            if (comment.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
