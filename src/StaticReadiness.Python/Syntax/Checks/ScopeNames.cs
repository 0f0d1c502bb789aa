using System.Collections.Immutable;

namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>What one scope does with its names and where first; only read for scopes that a <c>global</c> or <c>nonlocal</c> concerns.</summary>
internal sealed class ScopeNames : SyntaxVisitor
{
    private readonly Dictionary<string, NameFacts> facts = new(StringComparer.Ordinal);

    /// <summary>Reads a module, class, function, lambda, or the type parameters of a definition.</summary>
    public static ScopeNames Read(SyntaxNode scope)
    {
        var names = new ScopeNames();
        switch (scope)
        {
            case FunctionDef function: names.ReadFunction(function.Parameters, function.Body); break;
            case Lambda lambda:
                names.AddParameters(lambda.Parameters);
                names.Visit(lambda.Body);
                break;
            case ClassDef definition: names.VisitAll(definition.Body); break;
            case Module module: names.VisitAll(module.Body); break;
        }

        return names;
    }

    public NameFacts? Find(string name) => facts.GetValueOrDefault(name);

    public override void Visit(SyntaxNode node)
    {
        if (VisitOnFreshStack(node)) return;
        switch (node)
        {
            case Name name: AddName(name); break;
            case FunctionDef or ClassDef or Lambda or TypeAlias: VisitDefinition(node); break;
            case ListComp or SetComp or DictComp or GeneratorExp: VisitComprehension(node); break;
            case NamedExpression named:
                Visit(named.Value);
                if (named.Target is Name target) Of(target.Identifier).Bind(target.Start);
                break;
            case AnnAssign assignment: VisitAnnotated(assignment); break;
            case AugAssign assignment:
                Visit(assignment.Value);
                Visit(assignment.Target);
                break;
            case Import import: AddImports(import.Names); break;
            case ImportFrom import: AddImports(import.Names); break;
            case Global statement: Declare(statement.Names, statement, isGlobal: true); break;
            case Nonlocal statement: Declare(statement.Names, statement, isGlobal: false); break;
            case ExceptHandler or Pattern: VisitBinder(node); break;
            default: node.VisitChildren(this); break;
        }
    }

    private void ReadFunction(Parameters parameters, ImmutableArray<Statement> body)
    {
        AddParameters(parameters);
        VisitAll(body);
    }

    private NameFacts Of(string name)
    {
        if (!facts.TryGetValue(name, out var found)) facts[name] = found = new NameFacts();
        return found;
    }

    private void VisitAll<T>(ImmutableArray<T> nodes) where T : SyntaxNode
    {
        foreach (var node in nodes) Visit(node);
    }

    private void AddParameters(Parameters parameters)
    {
        foreach (var child in parameters.ChildNodes())
            if (child is Parameter parameter) Of(parameter.Name).IsParameter = true;
    }

    private void AddName(Name name)
    {
        if (name.Context == ExpressionContext.Load) Of(name.Identifier).Use(name.Start);
        else Of(name.Identifier).Bind(name.Start);
    }

    private void AddImports(ImmutableArray<Alias> names)
    {
        foreach (var alias in names)
        {
            var name = alias.AsName ?? alias.Name;
            Of(name.IndexOf('.') is > 0 and var dot ? name[..dot] : name).IsImported = true;
        }
    }

    private void Declare(ImmutableArray<string> names, Statement statement, bool isGlobal)
    {
        foreach (var name in names)
        {
            var fact = Of(name);
            if (isGlobal) fact.Global ??= statement;
            else fact.Nonlocal ??= statement;
        }
    }

    private void VisitAnnotated(AnnAssign assignment)
    {
        if (assignment is { IsSimple: true, Target: Name name }) Of(name.Identifier).Annotate(name.Start);
        else if (assignment.Value is not null || assignment.Target is not Name) Visit(assignment.Target);
        Visit(assignment.Annotation);
        if (assignment.Value is not null) Visit(assignment.Value);
    }

    private void VisitDefinition(SyntaxNode node)
    {
        switch (node)
        {
            case FunctionDef function:
                VisitAll(function.Decorators);
                VisitDefaults(function.Parameters);
                if (function.TypeParameters.IsEmpty)
                {
                    VisitAnnotations(function.Parameters);
                    if (function.Returns is not null) Visit(function.Returns);
                }

                Of(function.Name).Bind(function.Start);
                break;
            case ClassDef definition:
                VisitAll(definition.Decorators);
                if (definition.TypeParameters.IsEmpty)
                {
                    VisitAll(definition.Bases);
                    VisitAll(definition.Keywords);
                }

                Of(definition.Name).Bind(definition.Start);
                break;
            case Lambda lambda: VisitDefaults(lambda.Parameters); break;
            case TypeAlias alias: Visit(alias.Name); break;
        }
    }

    private void VisitDefaults(Parameters parameters)
    {
        foreach (var child in parameters.ChildNodes())
            if (child is Parameter { Default: { } value }) Visit(value);
    }

    private void VisitAnnotations(Parameters parameters)
    {
        foreach (var child in parameters.ChildNodes())
            if (child is Parameter { Annotation: { } annotation }) Visit(annotation);
    }

    // the first iterable is evaluated here; of the rest only what a walrus binds belongs here
    private void VisitComprehension(SyntaxNode node)
    {
        var isFirst = true;
        foreach (var child in node.ChildNodes())
        {
            if (child is not Comprehension generator || !isFirst)
            {
                BindWalruses(child);
                continue;
            }

            isFirst = false;
            Visit(generator.Iterable);
            foreach (var condition in generator.Conditions) BindWalruses(condition);
        }
    }

    private void BindWalruses(SyntaxNode node)
    {
        foreach (var name in WalrusNames.In(node)) Of(name.Identifier).Bind(name.Start);
    }

    private void VisitBinder(SyntaxNode node)
    {
        var name = node switch
        {
            ExceptHandler handler => handler.Name,
            MatchAs pattern => pattern.Name,
            MatchStar pattern => pattern.Name,
            MatchMapping pattern => pattern.Rest,
            _ => null,
        };
        if (name is not null) Of(name).Bind(node.Start);
        node.VisitChildren(this);
    }
}
