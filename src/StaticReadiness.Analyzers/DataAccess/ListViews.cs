using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Finds the class-based views that list records.</summary>
internal static class ListViews
{
    private static readonly string[] RestLists =
        ["rest_framework.viewsets.ModelViewSet", "rest_framework.viewsets.ReadOnlyModelViewSet", "rest_framework.generics.ListAPIView", "rest_framework.generics.ListCreateAPIView", "rest_framework.mixins.ListModelMixin"];

    private static readonly string[] DjangoLists = ["django.views.generic.ListView", "django.views.generic.list.ListView"];

    public static IEnumerable<ListView> Find(Project project)
    {
        bool? paged = null;
        foreach (var view in project.Compilation.Modules.Where(module => project.Files.TryGet(module.Tree.Path) is { Role: FileRoles.Application }).SelectMany(module => module.Classes))
        {
            if (view.Node.Bases.IsEmpty || SmallTables.IsForAdministrators(view.Tree.Path)) continue;
            var isRest = Array.Exists(RestLists, view.IsSubclassOf);
            if (!isRest && !Array.Exists(DjangoLists, view.IsSubclassOf)) continue;
            var query = view.Node.Body.OfType<Assign>().FirstOrDefault(assign => assign.Targets is [Name name] && (name.Identifier == "queryset" || (!isRest && name.Identifier == "model")));
            if (query is null) continue;
            var isBounded = HasOwnBases(view) || (isRest ? IsPaged(view, "pagination_class") ?? (paged ??= IsPagedByDefault(project)) : IsPaged(view, "paginate_by") ?? false) || Decides(view);
            yield return new ListView(view, isBounded ? null : RecordsOf(query.Value, project.Compilation.GetSemanticModel(view.Tree)) is { } record && !SmallTables.Contains(record) ? (query.Value, record) : null);
        }
    }

    // A base that is not known may page or pick.
    private static bool HasOwnBases(ClassSymbol view) => !view.HasKnownBases || view.BaseClasses.Any(reference => reference.Symbol is null && !reference.QualifiedName.StartsWith("rest_framework.", StringComparison.Ordinal) && !reference.QualifiedName.StartsWith("django.", StringComparison.Ordinal));

    private static bool? IsPaged(ClassSymbol view, string option)
    {
        foreach (var reference in view.Mro)
            if (reference.Symbol?.Node.Body.OfType<Assign>().FirstOrDefault(assign => assign.Targets is [Name name] && name.Identifier == option) is { } given) return !given.Value.IsNone();
        return null;
    }

    private static bool Decides(ClassSymbol view) => new[] { "get_queryset", "list", "filter_queryset", "paginate_queryset", "get_paginate_by", "get", "get_context_data", "get_pagination_class" }.Any(name => view.FindMethod(name) is not null);

    private static bool IsPagedByDefault(Project project) => project.Trees.Any(tree => tree.Text.Content.Contains("DEFAULT_PAGINATION_CLASS", StringComparison.Ordinal));

    // `queryset = Product.objects.all()`, `model = Product`
    private static ClassSymbol? RecordsOf(Expression query, SemanticModel model)
    {
        if (query is Name && model.ResolveClass(query) is { } named) return Records.IsRecord(named) ? named : null;
        return QueryChain.Of(query, model) is { IsBare: false, GivesRecords: true } chain && !chain.Has(StepRole.Narrow) && !chain.Has(StepRole.Bound) ? chain.Record : null;
    }
}
