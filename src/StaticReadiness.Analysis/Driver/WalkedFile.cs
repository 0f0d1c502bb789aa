using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>The file that one thread walks at the moment; all rules look at it through one object, which moves with the walk.</summary>
internal sealed class WalkedFile
{
    public SyntaxTree Tree { get; private set; } = null!;

    public SemanticModel Model { get; private set; } = null!;

    public RepositoryFile File { get; private set; } = null!;

    public void MoveTo(SyntaxTree tree, SemanticModel model, RepositoryFile file)
    {
        Tree = tree;
        Model = model;
        File = file;
    }
}
