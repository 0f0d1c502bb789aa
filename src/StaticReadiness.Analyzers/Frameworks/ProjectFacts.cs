using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>The facts of all files of a project, with guesses settled by what the project uses.</summary>
internal sealed class ProjectFacts
{
    private const int Deepest = 8;

    private readonly Dictionary<string, (SiteValue Value, SiteFile File)> variables = [];
    private readonly Dictionary<string, SiteFile> byPath;
    private readonly Dictionary<string, FileRoles> roles;

    private ProjectFacts(Project project, FrameworkUse use, ImmutableArray<SiteFile> files)
    {
        Project = project;
        Use = use;
        byPath = files.ToDictionary(file => file.Path);
        roles = project.Files.Files.Where(file => file.IsPython).ToDictionary(file => file.Path, file => file.Role);
        Files = [.. files.Where(file => !RoleOf(file.Path).HasFlag(FileRoles.Vendored))];
        foreach (var file in Files)
            foreach (var (name, variable) in file.Facts.Variables) variables.TryAdd($"{file.ModuleName}.{name}", (variable.Value, file));
        var joiner = new SiteJoiner(project, use, FileOf);
        foreach (var file in Files) joiner.Join(file);
        Objects = [.. joiner.Objects];
        var made = Objects.Select(item => item.Object.Framework).ToHashSet();
        Registrations = [.. joiner.Registrations.Where(fact => !fact.IsGuess || made.Contains(fact.Registration.Framework))];
        TestClients = [.. joiner.TestClients];
        Classes = use.IsEmpty ? [] : [.. Files.SelectMany(file => file.Module.Classes).Where(@class => !@class.Node.Bases.IsEmpty).Select(FindBase).OfType<ClassFact>()];
    }

    public Project Project { get; }

    public FrameworkUse Use { get; }

    public ImmutableArray<SiteFile> Files { get; }

    public ImmutableArray<ObjectFact> Objects { get; }

    public ImmutableArray<RegistrationFact> Registrations { get; }

    public ImmutableArray<ClassFact> Classes { get; }

    public ImmutableArray<TestClientUse> TestClients { get; }

    /// <summary>Reads the facts of every file and joins them; of a project that can use no framework no file is read.</summary>
    /// <param name="passThrough">What the facts of each file are put through on their way, as a cache would.</param>
    public static ProjectFacts Collect(Project project, Func<FileFacts, FileFacts>? passThrough = null)
    {
        var use = new FrameworkUse(project);
        var files = new SiteFile[use.IsEmpty ? 0 : project.Trees.Length];
        var threads = new ParallelOptions { MaxDegreeOfParallelism = project.Compilation.Jobs is > 0 and var jobs ? jobs : -1 };
        Parallel.For(0, files.Length, threads, i =>
        {
            var model = project.Compilation.GetSemanticModel(project.Trees[i]);
            // most tests tell a framework nothing: of them the values of modules and classes are enough
            var entersFunctions = !model.Module.IsTest || use.MayBeTold(project.Trees[i]);
            var facts = FactCollector.Collect(model.Module.SymbolTable, entersFunctions);
            files[i] = new SiteFile(model, passThrough is null ? facts : passThrough(facts));
        });
        return new ProjectFacts(project, use, [.. files]);
    }

    public FileRoles RoleOf(string path) => roles.GetValueOrDefault(path, FileRoles.Application);

    /// <summary>The file that declares a symbol.</summary>
    public SiteFile FileOf(DeclaredSymbol symbol) => byPath[symbol.Tree.Path];

    /// <summary>The value that a name stands for: what its only assignment gives it, followed through imports; anything else is itself.</summary>
    public (SiteValue Value, SiteFile File) Resolve(SiteValue value, SiteFile file)
    {
        for (var depth = 0; depth < Deepest; depth++)
        {
            if (!value.IsNameOrAttribute) break;
            if (value.Binding?.Local is { } local && file.Facts.Locals.TryGetValue(local, out var assigned))
            {
                value = assigned;
                continue;
            }

            if (file.GetQualifiedName(value) is not { } qualified) break;
            if (variables.TryGetValue(qualified, out var found)) (value, file) = found;
            else if (FindClassValue(qualified) is { } member) (value, file) = member;
            else break;
        }

        return (value, file);
    }

    /// <summary>The value that the body of a class gives a name, or null.</summary>
    public SiteValue? MemberOf(ClassSymbol @class, string name) => FileOf(@class).MemberOf(@class, name);

    // `settings.API_PREFIX`: the default that the settings class gives its field.
    private (SiteValue Value, SiteFile File)? FindClassValue(string qualifiedName)
    {
        var dot = qualifiedName.LastIndexOf('.');
        if (dot < 0 || Project.Compilation.FindSymbol(qualifiedName[..dot]) is not ClassSymbol owner) return null;
        return MemberOf(owner, qualifiedName[(dot + 1)..]) is { } value ? (value, FileOf(owner)) : null;
    }

    private static ClassFact? FindBase(ClassSymbol symbol)
    {
        foreach (var reference in symbol.Mro)
            if (FrameworkTables.BaseClasses.TryGetValue(reference.QualifiedName, out var known)) return new ClassFact(known, symbol);
        return null;
    }
}
