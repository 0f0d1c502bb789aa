using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Binder
{
    protected override void VisitFunctionDef(FunctionDef node)
    {
        Define(node.Name, SymbolFlags.Assigned, node);
        VisitDefaults(node.Parameters);
        VisitAll(node.Decorators);
        var isGeneric = node.TypeParameters.Length > 0;
        if (isGeneric)
        {
            EnterTypeParameters(node, node.Name);
            Define(".defaults", SymbolFlags.Parameter, binding: null);
            if (HasKeywordDefaults(node.Parameters)) Define(".kwdefaults", SymbolFlags.Parameter, binding: null);
            VisitAll(node.TypeParameters);
        }

        VisitSignatureAnnotations(node);
        Enter(ScopeKind.Function, node.Name, node);
        DefineParameters(node.Parameters);
        VisitAll(node.Body);
        Exit();
        if (isGeneric) Exit();
    }

    protected override void VisitClassDef(ClassDef node)
    {
        Define(node.Name, SymbolFlags.Assigned, node);
        VisitAll(node.Decorators);
        var outerPrefix = privatePrefix;
        var isGeneric = node.TypeParameters.Length > 0;
        if (isGeneric)
        {
            EnterTypeParameters(node, node.Name);
            Define(".type_params", SymbolFlags.Assigned | SymbolFlags.Used, binding: null);
            Define(".generic_base", SymbolFlags.Assigned | SymbolFlags.Used, binding: null);
            privatePrefix = node.Name;
            scope.MangledNames = [.. node.TypeParameters.Select(GetName)];
            VisitAll(node.TypeParameters);
        }

        VisitAll(node.Bases);
        VisitAll(node.Keywords);
        privatePrefix = node.Name;
        Enter(ScopeKind.Class, node.Name, node);
        if (isGeneric)
        {
            Define("__type_params__", SymbolFlags.Assigned, binding: null);
            Note(scope, ".type_params", SymbolFlags.Used);
        }

        VisitAll(node.Body);
        Exit();
        if (isGeneric) Exit();
        privatePrefix = outerPrefix;
    }

    protected override void VisitTypeAlias(TypeAlias node)
    {
        Visit(node.Name);
        var name = node.Name is Name alias ? alias.Identifier : "";
        var isInClass = scope.Kind == ScopeKind.Class;
        var isGeneric = node.TypeParameters.Length > 0;
        if (isGeneric)
        {
            EnterTypeParameters(node, name);
            VisitAll(node.TypeParameters);
        }

        EnterAnnotationScope(ScopeKind.TypeAlias, name, node, isInClass, owned: true);
        Visit(node.Value);
        Exit();
        if (isGeneric) Exit();
    }

    protected override void VisitTypeVar(TypeVar node)
    {
        Define(node.Name, SymbolFlags.TypeParameter | SymbolFlags.Assigned, node);
        VisitInTypeVariable(node.Name, node.Bound);
        VisitInTypeVariable(node.Name, node.Default);
    }

    protected override void VisitParamSpec(ParamSpec node)
    {
        Define(node.Name, SymbolFlags.TypeParameter | SymbolFlags.Assigned, node);
        VisitInTypeVariable(node.Name, node.Default);
    }

    protected override void VisitTypeVarTuple(TypeVarTuple node)
    {
        Define(node.Name, SymbolFlags.TypeParameter | SymbolFlags.Assigned, node);
        VisitInTypeVariable(node.Name, node.Default);
    }

    protected override void VisitAnnAssign(AnnAssign node)
    {
        if (node.Target is not Name name) Visit(node.Target);
        else if (node.IsSimple) Define(name.Identifier, SymbolFlags.Annotated | SymbolFlags.Assigned, node);
        else if (node.Value is not null) Define(name.Identifier, SymbolFlags.Assigned, node);
        VisitAnnotation(node.Annotation);
        VisitOptional(node.Value);
    }

    private void EnterTypeParameters(SyntaxNode node, string name)
    {
        var isInClass = scope.Kind == ScopeKind.Class;
        EnterAnnotationScope(ScopeKind.TypeParameters, name, node, isInClass, owned: false);
    }

    private void EnterAnnotationScope(ScopeKind kind, string name, SyntaxNode node, bool seesClass, bool owned)
    {
        Enter(kind, name, node, owned).SeesClass = seesClass;
        if (seesClass) Note(scope, "__classdict__", SymbolFlags.Used);
    }

    private void VisitInTypeVariable(string name, Expression? expression)
    {
        if (expression is null) return;
        EnterAnnotationScope(ScopeKind.TypeVariable, name, expression, scope.SeesClass, owned: false);
        Visit(expression);
        Exit();
    }

    private void VisitAnnotation(Expression annotation)
    {
        if (hasFutureAnnotations) Enter(ScopeKind.Annotation, "_annotation", annotation, owned: false);
        Visit(annotation);
        if (hasFutureAnnotations) Exit();
    }

    private void VisitSignatureAnnotations(FunctionDef node)
    {
        var parameters = node.Parameters;
        if (hasFutureAnnotations) Enter(ScopeKind.Annotation, "_annotation", parameters, owned: false);
        foreach (var parameter in parameters.PositionalOnly) VisitOptional(parameter.Annotation);
        foreach (var parameter in parameters.Positional) VisitOptional(parameter.Annotation);
        VisitOptional(parameters.VarArg?.Annotation);
        VisitOptional(parameters.KwArg?.Annotation);
        foreach (var parameter in parameters.KeywordOnly) VisitOptional(parameter.Annotation);
        if (hasFutureAnnotations) Exit();
        if (node.Returns is not null) VisitAnnotation(node.Returns);
    }

    private void VisitDefaults(Parameters parameters)
    {
        foreach (var parameter in parameters.PositionalOnly) VisitOptional(parameter.Default);
        foreach (var parameter in parameters.Positional) VisitOptional(parameter.Default);
        foreach (var parameter in parameters.KeywordOnly) VisitOptional(parameter.Default);
    }

    private void DefineParameters(Parameters parameters)
    {
        foreach (var parameter in parameters.PositionalOnly) Define(parameter.Name, SymbolFlags.Parameter, parameter);
        foreach (var parameter in parameters.Positional) Define(parameter.Name, SymbolFlags.Parameter, parameter);
        foreach (var parameter in parameters.KeywordOnly) Define(parameter.Name, SymbolFlags.Parameter, parameter);
        if (parameters.VarArg is { } rest) Define(rest.Name, SymbolFlags.Parameter, rest);
        if (parameters.KwArg is { } keywords) Define(keywords.Name, SymbolFlags.Parameter, keywords);
    }

    private static string GetName(TypeParameter parameter) => parameter switch
    {
        TypeVar variable => variable.Name,
        ParamSpec specification => specification.Name,
        TypeVarTuple variables => variables.Name,
        _ => "",
    };

    private static bool HasKeywordDefaults(Parameters parameters) => parameters.KeywordOnly.Any(p => p.Default is not null);
}
