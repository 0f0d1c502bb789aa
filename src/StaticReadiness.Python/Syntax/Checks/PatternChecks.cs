using System.Collections.Immutable;

namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>Refuses the patterns CPython's compiler refuses: names bound twice, alternatives that differ, cases that can never run (https://docs.python.org/3/reference/compound_stmts.html#patterns).</summary>
internal sealed class PatternChecks
{
    private readonly List<SyntaxDiagnostic> diagnostics;
    private readonly List<string> bound = [];
    private bool mayAlwaysMatch;

    private PatternChecks(List<SyntaxDiagnostic> diagnostics) => this.diagnostics = diagnostics;

    public static void Check(Match match, List<SyntaxDiagnostic> diagnostics)
    {
        var last = match.Cases.Length - 1;
        PatternChecks? checks = null;
        for (var i = 0; i <= last; i++)
        {
            var item = match.Cases[i];
            if (item.Pattern is MatchValue { Value: not JoinedStr } or MatchSingleton) continue;
            checks ??= new PatternChecks(diagnostics);
            checks.bound.Clear();
            checks.mayAlwaysMatch = i == last || item.Guard is not null;
            checks.Visit(item.Pattern);
        }
    }

    private void Visit(Pattern pattern)
    {
        switch (pattern)
        {
            case MatchValue value:
                if (value.Value is JoinedStr or TemplateStr) Report("patterns may only match literals and attribute lookups", pattern);
                break;
            case MatchAs capture: VisitCapture(capture); break;
            case MatchOr alternatives: VisitAlternatives(alternatives); break;
            case MatchSequence sequence:
                if (sequence.Patterns.Count(item => item is MatchStar) > 1) Report("multiple starred names in sequence pattern", pattern);
                VisitParts(sequence.Patterns);
                break;
            case MatchStar star: Bind(star.Name, star); break;
            case MatchMapping mapping: VisitMapping(mapping); break;
            case MatchClass definition: VisitClass(definition); break;
        }
    }

    private void VisitParts(ImmutableArray<Pattern> parts)
    {
        var outer = mayAlwaysMatch;
        mayAlwaysMatch = true;
        foreach (var part in parts) Visit(part);
        mayAlwaysMatch = outer;
    }

    private void VisitCapture(MatchAs capture)
    {
        if (capture.Pattern is not null)
        {
            Visit(capture.Pattern);
        }
        else if (!mayAlwaysMatch)
        {
            var what = capture.Name is null ? "wildcard" : $"name capture '{capture.Name}'";
            Report($"{what} makes remaining patterns unreachable", capture);
        }

        Bind(capture.Name, capture);
    }

    private void Bind(string? name, Pattern place)
    {
        if (name is null) return;
        if (bound.Contains(name)) Report($"multiple assignments to name '{name}' in pattern", place);
        else bound.Add(name);
    }

    private void VisitAlternatives(MatchOr alternatives)
    {
        var (outer, before) = (mayAlwaysMatch, bound.Count);
        HashSet<string>? first = null;
        for (var i = 0; i < alternatives.Patterns.Length; i++)
        {
            var isLast = i == alternatives.Patterns.Length - 1;
            bound.RemoveRange(before, bound.Count - before);
            mayAlwaysMatch = isLast && outer;
            Visit(alternatives.Patterns[i]);
            var names = bound.Skip(before).ToHashSet(StringComparer.Ordinal);
            first ??= names;
            if (first.SetEquals(names)) continue;
            Report("alternative patterns bind different names", alternatives);
            break;
        }

        mayAlwaysMatch = outer;
    }

    private void VisitMapping(MatchMapping mapping)
    {
        if (mapping.Keys.Length > 0) CheckKeys(mapping);
        VisitParts(mapping.Patterns);
        Bind(mapping.Rest, mapping);
    }

    private void CheckKeys(MatchMapping mapping)
    {
        var seen = new HashSet<PatternKey>();
        foreach (var key in mapping.Keys)
        {
            if (key is JoinedStr or TemplateStr) Report("mapping pattern keys may only match literals and attribute lookups", mapping);
            else if (PatternKey.Of(key) is { } value && !seen.Add(value)) Report($"mapping pattern checks duplicate key ({value.Text})", mapping);
        }
    }

    private void VisitClass(MatchClass definition)
    {
        for (var i = 1; i < definition.KeywordNames.Length; i++)
            if (definition.KeywordNames.IndexOf(definition.KeywordNames[i], 0, i) >= 0)
                Report($"attribute name repeated in class pattern: {definition.KeywordNames[i]}", definition.KeywordPatterns[i]);
        VisitParts(definition.Patterns);
        VisitParts(definition.KeywordPatterns);
    }

    private void Report(string message, Pattern place) =>
        diagnostics.Add(new SyntaxDiagnostic(message, place.Span, Phase: SyntaxErrorPhase.Compilation));
}
