using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>One import that runs when the importing module is imported.</summary>
/// <param name="Offset">The offset of the imported name in the importer's text.</param>
internal sealed record ImportEdge(ModuleSymbol Importer, ModuleSymbol Target, int Offset)
{
    public Location Location
    {
        get
        {
            var text = Importer.Tree.Text;
            var line = text.GetLineSpan(text.GetLineIndex(Offset));
            var start = line.Start;
            while (start < line.End && char.IsWhiteSpace(text[start])) start++;
            return new Location(Importer.Tree.Path, text, TextSpan.FromBounds(start, line.End));
        }
    }
}
