using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>The serialisers and forms through which clients write records: those of views that write, and those that are given data.</summary>
internal sealed class WritableFields
{
    private static readonly string[] Writers =
    [
        "rest_framework.viewsets.ModelViewSet", "rest_framework.generics.CreateAPIView", "rest_framework.generics.UpdateAPIView", "rest_framework.generics.ListCreateAPIView",
        "rest_framework.generics.RetrieveUpdateAPIView", "rest_framework.generics.RetrieveUpdateDestroyAPIView", "rest_framework.mixins.CreateModelMixin", "rest_framework.mixins.UpdateModelMixin",
        "django.views.generic.CreateView", "django.views.generic.UpdateView", "django.views.generic.edit.CreateView", "django.views.generic.edit.UpdateView", "django.views.generic.FormView", "django.views.generic.edit.FormView",
    ];

    private static readonly HashSet<string> Telling = ["superuser", "staff", "admin", "balance", "verified", "approved"];

    private readonly HashSet<ClassSymbol> classes = [];

    private WritableFields(Project project)
    {
        // only who hands over every field is ever asked for
        var names = ClassesIn(project).Where(@class => MetaOf(@class) is { } meta && AllOf(meta) is not null).Select(@class => @class.Name).Distinct().ToArray();
        foreach (var tree in project.Trees)
        {
            if (!Array.Exists(names, tree.MayMention)) continue;
            var model = project.Compilation.GetSemanticModel(tree);
            foreach (var node in tree.Root.DescendantsAndSelf())
                if (node is Call call && IsGivenData(call) && model.ResolveClass(call.Function) is { } bound) classes.Add(bound);
                else if (node is Assign { Targets: [Name { Identifier: "serializer_class" or "form_class" }], Value: var named, Parent: ClassDef view }
                    && model.GetDeclaredClass(view) is { } owner && Array.Exists(Writers, owner.IsSubclassOf) && model.ResolveClass(named) is { } used) classes.Add(used);
        }
    }

    public static WritableFields Of(Project project) => project.GetFact(static p => new WritableFields(p));

    /// <summary>The classes that run in production; what the administration of a site writes, its staff may write.</summary>
    public static IEnumerable<ClassSymbol> ClassesIn(Project project) =>
        project.Compilation.Modules.Where(module => project.Files.TryGet(module.Tree.Path) is { Role: FileRoles.Application, Name: not "admin.py" }).SelectMany(module => module.Classes);

    public bool Contains(ClassSymbol @class) => classes.Contains(@class);

    /// <summary>The <c>Meta</c> of a serialiser or form of a model; null for any other class.</summary>
    public static ClassDef? MetaOf(ClassSymbol @class)
    {
        if (@class.Node.Body.OfType<ClassDef>().FirstOrDefault(inner => inner.Name == "Meta") is not { } meta) return null;
        return @class.Mro.Any(reference => reference.QualifiedName is "rest_framework.serializers.ModelSerializer" or "rest_framework.serializers.HyperlinkedModelSerializer" or "django.forms.ModelForm" or "django.forms.models.ModelForm") ? meta : null;
    }

    /// <summary>The <c>"__all__"</c> of a <c>Meta</c>; null when it lists fields, or which of them are only read.</summary>
    public static Expression? AllOf(ClassDef meta)
    {
        var options = meta.Body.OfType<Assign>().ToList();
        if (options.Exists(option => option.Targets is [Name { Identifier: "read_only_fields" or "exclude" }])) return null;
        return options.FirstOrDefault(option => option.Targets is [Name { Identifier: "fields" }] && option.Value.StringValue() == "__all__")?.Value;
    }

    /// <summary>A field of the model that no client should write and the serialiser leaves as it is; null when none tells it by its name.</summary>
    public static string? FindProtected(ClassSymbol serialiser, ClassDef meta, SemanticModel model)
    {
        if (meta.Body.OfType<Assign>().FirstOrDefault(option => option.Targets is [Name { Identifier: "model" }]) is not { Value: var named } || model.ResolveClass(named) is not { } record) return null;
        var declared = serialiser.Mro.Select(reference => reference.Symbol).OfType<ClassSymbol>().SelectMany(@class => @class.Members).ToHashSet();
        return record.Mro.Select(reference => reference.Symbol).OfType<ClassSymbol>().SelectMany(@class => @class.Node.Body.OfType<Assign>())
            .Select(FieldOf)
            .FirstOrDefault(name => name is not null && !declared.Contains(name) && IdentifierWords.Split(name).Exists(Telling.Contains));
    }

    private static string? FieldOf(Assign field) =>
        field is { Targets: [Name name], Value: Call made } && made.Function.LastName() is { } type && type is "BooleanField" or "IntegerField" or "DecimalField" or "FloatField" or "PositiveIntegerField" or "NullBooleanField"
        && !made.KeywordValue("editable").IsFalse() ? name.Identifier : null;

    // `Serializer(data=request.data)`, `Form(request.POST)`
    private static bool IsGivenData(Call call) => call.KeywordValue("data") is not null
        || (call.Arguments is [Python.Syntax.Attribute { Name: "POST" or "data" or "form" }, ..]);
}
