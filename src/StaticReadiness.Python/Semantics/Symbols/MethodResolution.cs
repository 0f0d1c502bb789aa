using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>The order in which a class and its bases are searched: C3 where all bases are known (language reference §3.3.3.1), depth first where it fails.</summary>
internal static class MethodResolution
{
    private const int Deepest = 100;

    public static ImmutableArray<ClassReference> GetOrder(ClassSymbol @class, LibraryKnowledge knowledge)
    {
        var order = new Linearizer(knowledge).Linearize(new ClassReference(@class.QualifiedName, @class));
        foreach (var reference in order)
        {
            if (reference.Symbol is not { } symbol || symbol == @class) continue;
            _ = symbol.BaseClasses;
            if (!symbol.HasKnownBases) @class.HasKnownBases = false;
        }

        return [.. order];
    }

    private static void Merge(List<List<ClassReference>> lists, List<ClassReference> order)
    {
        while (true)
        {
            lists.RemoveAll(l => l.Count == 0);
            if (lists.Count == 0) return;
            ClassReference? next = null;
            foreach (var list in lists)
            {
                var head = list[0];
                if (lists.Exists(l => l.IndexOf(head) > 0)) continue;
                next = head;
                break;
            }

            // an inconsistent hierarchy fails at run time; here any order serves
            var chosen = next ?? lists[0][0];
            if (!order.Contains(chosen)) order.Add(chosen);
            foreach (var list in lists) list.Remove(chosen);
        }
    }

    /// <summary>The orders of one class and of its bases; those with several are kept, for a lattice has as many ways up as two to the power of its height.</summary>
    private sealed class Linearizer(LibraryKnowledge knowledge)
    {
        private readonly List<ClassSymbol> path = [];
        private Dictionary<ClassSymbol, List<ClassReference>>? merged;

        public List<ClassReference> Linearize(ClassReference reference)
        {
            if (reference.Symbol is not { } @class) return [.. knowledge.GetOrder(reference.QualifiedName).Select(static n => new ClassReference(n, null))];
            if (path.Contains(@class) || path.Count > Deepest) return [reference];
            if (merged?.GetValueOrDefault(@class) is { } known) return known;
            path.Add(@class);
            var order = LinearizeBases(reference, @class.BaseClasses);
            path.RemoveAt(path.Count - 1);
            if (@class.BaseClasses.Length >= 2) (merged ??= [])[@class] = order;
            return order;
        }

        private List<ClassReference> LinearizeBases(ClassReference reference, ImmutableArray<ClassReference> bases)
        {
            var order = new List<ClassReference> { reference };
            if (bases is [var only])
            {
                // one base leaves nothing to merge
                var above = Linearize(only);
                order.AddRange(above.Where(next => next != reference));
                if (!above.Contains(only)) order.Add(only);
            }
            else if (!bases.IsEmpty)
            {
                List<List<ClassReference>> lists = [.. bases.Select(b => new List<ClassReference>(Linearize(b))), [.. bases]];
                Merge(lists, order);
            }

            return order;
        }
    }
}
