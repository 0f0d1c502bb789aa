using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports libraries and frameworks most of whose public classes and functions have no docstring.</summary>
public sealed class UndocumentedPublicApi : DiagnosticAnalyzer
{
    private const int FewestNames = 10;
    private static readonly RuleOption<int> Percent = new("percent", 50, "the share of public classes and functions, in percent, that should have a docstring");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0708",
        "undocumented-public-api",
        "Most of the public interface has no docstring",
        "{0} of {1} public classes and functions have a docstring or stand in a document; `{2}` has {3} that do not",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "documentation-freshness",
        "api-docs")
    {
        Options = [Percent],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (context.Project.Kind is ProjectKind.Library or ProjectKind.Framework) ExamineModules(context);
        else context.NotApplicable("an application has no public interface in Python");
    }

    private static void ExamineModules(ProjectContext context)
    {
        var modules = ApplicationTrees.Of(context.Project).Where(pair => !IsPrivate(pair.Tree.Path)).Select(pair => context.Project.Compilation.GetSemanticModel(pair.Tree).Module)
            .Select(module => (Module: module, Public: PublicNames(module))).Where(pair => pair.Public.Count > 0).ToList();
        var total = modules.Sum(pair => pair.Public.Count);
        if (total < FewestNames)
        {
            context.NotApplicable("there are too few public names to tell");
            return;
        }

        context.Examined();
        var manual = WordsOfDocuments(context.Project);
        var described = modules.Sum(pair => pair.Public.Count(IsDescribed));
        if (described * 100 >= total * context.GetOption(Percent)) return;
        var (worst, names) = modules.MaxBy(pair => pair.Public.Count(name => !IsDescribed(name)));
        context.Report(Location.OfFile(worst.Tree.Path), described, total, worst.Tree.Path, names.Count(name => !IsDescribed(name)));

        bool IsDescribed(Statement statement) => HasDocstring(statement) || manual.Contains(NameOf(statement));
    }

    // A manual written by hand describes as well as a docstring does.
    private static HashSet<string> WordsOfDocuments(Project project)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var document in ProjectDocuments.Of(project).Current)
        {
            foreach (var literal in document.Literals)
                foreach (var range in literal.Text.AsSpan().SplitAny(" .(),:=[]'\"")) lookup.Add(literal.Text.AsSpan()[range]);
            foreach (var heading in document.Headings)
                foreach (var range in heading.Title.AsSpan().SplitAny(" .(),:=[]'\"")) lookup.Add(heading.Title.AsSpan()[range]);
            foreach (var block in document.CodeBlocks)
                foreach (var range in block.Code.Content.AsSpan().SplitAny(" .(),:=[]'\"\n")) lookup.Add(block.Code.Content.AsSpan()[range]);
        }

        return words;
    }

    private static List<Statement> PublicNames(ModuleSymbol module) =>
        [.. module.Tree.Root.Body.Where(statement => statement switch
        {
            FunctionDef function => IsPublic(module, function.Name),
            ClassDef @class => IsPublic(module, @class.Name) && !@class.Name.EndsWith("Error", StringComparison.Ordinal) && !@class.Name.EndsWith("Exception", StringComparison.Ordinal),
            _ => false,
        })];

    private static bool IsPublic(ModuleSymbol module, string name) => !name.StartsWith('_') && (module.Summary.ExportedNames is not { } exported || exported.Contains(name));

    private static bool HasDocstring(Statement statement) => statement switch
    {
        FunctionDef function => IsDocstring(function.Body.FirstOrDefault()),
        ClassDef @class => IsDocstring(@class.Body.FirstOrDefault()) || @class.Body.OfType<FunctionDef>().Any(method => method.Name == "__init__" && IsDocstring(method.Body.FirstOrDefault())),
        _ => false,
    };

    private static string NameOf(Statement statement) => statement switch
    {
        FunctionDef function => function.Name,
        ClassDef @class => @class.Name,
        _ => "",
    };

    private static bool IsDocstring(Statement? first) => first is ExpressionStatement { Value: Constant { StringValue: not null } };

    private static bool IsPrivate(string path) => path.Split('/').Any(part => part.StartsWith('_') && part != "__init__.py");
}
