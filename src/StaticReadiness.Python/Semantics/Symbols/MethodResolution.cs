using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>The order in which a class and its bases are searched: C3 where all bases are known (language reference §3.3.3.1), depth first where it fails.</summary>
internal static class MethodResolution
{
    public static ImmutableArray<ClassReference> GetOrder(ClassSymbol @class, LibraryKnowledge knowledge)
    {
        var order = Linearize(new ClassReference(@class.QualifiedName, @class), knowledge, []);
        foreach (var reference in order)
        {
            if (reference.Symbol is not { } symbol || symbol == @class) continue;
            _ = symbol.BaseClasses;
            if (!symbol.HasKnownBases) @class.HasKnownBases = false;
        }

        return [.. order];
    }

    private static List<ClassReference> Linearize(ClassReference reference, LibraryKnowledge knowledge, List<ClassSymbol> path)
    {
        if (reference.Symbol is not { } @class) return [.. knowledge.GetOrder(reference.QualifiedName).Select(n => new ClassReference(n, null))];
        if (path.Contains(@class)) return [reference];
        path.Add(@class);
        var bases = @class.BaseClasses;
        if (bases.Length < 2)
        {
            // one base leaves nothing to merge
            var line = new List<ClassReference> { reference };
            foreach (var only in bases)
                foreach (var next in Linearize(only, knowledge, path).Append(only))
                    if (!line.Contains(next)) line.Add(next);
            path.RemoveAt(path.Count - 1);
            return line;
        }

        var lists = bases.Select(b => Linearize(b, knowledge, path)).ToList();
        lists.Add([.. bases]);
        path.RemoveAt(path.Count - 1);
        var order = new List<ClassReference> { reference };
        Merge(lists, order);
        return order;
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
}
