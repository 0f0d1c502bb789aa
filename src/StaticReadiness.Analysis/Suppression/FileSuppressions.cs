using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Suppression;

/// <summary>The suppressions of one file, and what they were used for.</summary>
internal sealed class FileSuppressions(ImmutableArray<CommentSuppression> comments, SyntaxTree? tree)
{
    private readonly HashSet<(CommentSuppression Comment, string Word)> used = [];

    public static FileSuppressions Of(SyntaxTree tree, bool withPeers) => new(CommentCollector.OfTree(tree, withPeers), tree);

    public static FileSuppressions Of(string path, SourceText text) => new(CommentCollector.OfText(path, text), tree: null);

    /// <summary>The comment that suppresses a finding, ours before a peer's; null when none does.</summary>
    public FindingSuppression? Find(Diagnostic finding)
    {
        if (comments.IsEmpty) return null;
        var lines = LinesOf(finding.Location);
        FindingSuppression? peer = null;
        FindingSuppression? own = null;
        foreach (var comment in comments)
        {
            if (!comment.Covers(lines)) continue;
            if (comment.Peer is not null)
            {
                if (PeerMatches(comment, finding.Descriptor)) peer ??= new FindingSuppression("peer comment", null, comment.Location);
                continue;
            }

            foreach (var word in comment.Words)
            {
                if (!RuleSelector.Matches(word, finding.Descriptor)) continue;
                used.Add((comment, word));
                own ??= new FindingSuppression("comment", comment.Reason, comment.Location);
            }
        }

        return own ?? peer;
    }

    /// <summary>What is wrong with the suppressions themselves.</summary>
    /// <param name="known">All rules there are.</param>
    /// <param name="ran">The rules that ran, so that unused can be told.</param>
    public IEnumerable<Diagnostic> Check(IReadOnlyList<DiagnosticDescriptor> known, IReadOnlyList<DiagnosticDescriptor> ran)
    {
        foreach (var comment in comments.Where(comment => comment.Peer is null))
        {
            if (comment.Words.IsEmpty) yield return New(SuppressionRules.UnknownRule, comment, "the suppression names no rule in brackets");
            else if (comment.Reason is null) yield return New(SuppressionRules.WithoutReason, comment, string.Join(", ", comment.Words));
            foreach (var word in comment.Words)
            {
                if (!RuleSelector.IsKnown(word, known))
                {
                    var nearest = NearestWord.Suggest(word, known.SelectMany(rule => new[] { rule.Name, rule.Id }));
                    yield return New(SuppressionRules.UnknownRule, comment, $"there is no rule `{word}`{nearest}");
                }
                else if (!used.Contains((comment, word)) && RuleSelector.IsKnown(word, ran)) yield return New(SuppressionRules.Unused, comment, word);
            }
        }
    }

    private static Diagnostic New(DiagnosticDescriptor rule, CommentSuppression comment, string argument) =>
        new(rule, comment.Location, string.Format(System.Globalization.CultureInfo.InvariantCulture, rule.MessageFormat, argument));

    private static bool PeerMatches(CommentSuppression comment, DiagnosticDescriptor rule) =>
        rule.PeerIds.Any(id => IsOf(comment.Peer!.Value, id) && (comment.Words.IsEmpty || comment.Words.Any(word => Names(comment.Peer.Value, word, id))));

    // Flake8 takes a code for all codes that begin with it; the others take it whole
    private static bool Names(PeerTool tool, string word, string id) =>
        tool == PeerTool.Noqa ? id.StartsWith(word, StringComparison.OrdinalIgnoreCase) : string.Equals(word, id, StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(PeerTool tool, string id)
    {
        var isCode = id.Length > 1 && char.IsAsciiLetterUpper(id[0]) && char.IsAsciiDigit(id[^1]);
        return tool switch
        {
            PeerTool.Noqa => isCode,
            PeerTool.Deptry => id.StartsWith("DEP", StringComparison.Ordinal),
            PeerTool.Bandit => id.Length == 4 && id[0] == 'B' && isCode,
            PeerTool.Pylint => !isCode || id.Length == 5,
            _ => !isCode,
        };
    }

    // the finding's own line, and the lines where its statement and that statement's decorators begin
    private HashSet<int> LinesOf(Location location)
    {
        if (location.Text is not { } text) return [];
        var lines = new HashSet<int> { text.GetLineIndex(Math.Min(location.Span.Start, text.Length)) };
        if (tree is null || NodeFinder.StatementOf(NodeFinder.Find(tree, location.Span)) is not { } statement) return lines;
        lines.Add(text.GetLineIndex(statement.Start));
        var decorators = statement switch { FunctionDef function => function.Decorators, ClassDef @class => @class.Decorators, _ => [] };
        if (!decorators.IsEmpty) lines.Add(text.GetLineIndex(decorators[0].Start));
        return lines;
    }
}
