using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Analysis;

/// <summary>Decides what a project is for.</summary>
public static class ProjectKinds
{
    /// <summary>Frameworks whose metadata carries no classifier that says so.</summary>
    private static readonly HashSet<string> KnownFrameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "aiohttp", "blacksheep", "bottle", "celery", "cherrypy", "dash", "django", "django-oscar", "djangorestframework", "emmett", "falcon", "fastapi", "flask", "hug", "litestar", "masonite", "muffin", "pyramid", "quart", "responder", "robyn", "sanic", "starlette",
        "tornado", "turbogears2", "twisted", "wagtail", "web2py", "kinto",
    };

    /// <summary>The kind that the signs of the files add up to.</summary>
    /// <param name="createsApplication">Whether the project's own code creates a web application object; null when the code was not asked.</param>
    /// <param name="offersInterface">Whether its package offers functions or classes to whoever imports it; null when the code was not asked.</param>
    public static ProjectKind Decide(ProjectOutline outline, bool? createsApplication = null, bool? offersInterface = null)
    {
        if (outline.Name is { } name && KnownFrameworks.Contains(name) || (outline.Has(ProjectSigns.FrameworkClassifier) && outline.Has(ProjectSigns.Packaged))) return ProjectKind.Framework;
        var isDelivered = outline.Has(ProjectSigns.Packaged) && !outline.Has(ProjectSigns.NotPackaged);
        var isPublished = isDelivered && outline.Has(ProjectSigns.Published);
        var isCommand = outline.Has(ProjectSigns.ConsoleScripts) && (outline.Has(ProjectSigns.CommandLineLibrary) || outline.Has(ProjectSigns.ConsoleClassifier));
        var isLibrary = isDelivered && outline.Has(ProjectSigns.LibraryClassifier);
        // A library's own container serves its developers, and that of a server for others' applications (gunicorn, RQ) whoever has one.
        var servesOthers = isLibrary && (createsApplication == false || (isPublished && !outline.Has(ProjectSigns.ConsoleScripts)));
        if (outline.Has(ProjectSigns.ServerProcess) && !servesOthers) return ProjectKind.Application;
        if (isCommand && outline.Has(ProjectSigns.ConsoleClassifier) && createsApplication != true) return ProjectKind.Cli;
        // Who installs commands and offers nothing to import is a program, whatever index it is published on.
        if (outline.Has(ProjectSigns.ConsoleScripts) && offersInterface == false) return createsApplication == true ? ProjectKind.Application : ProjectKind.Cli;
        if (isLibrary && !outline.Has(ProjectSigns.DjangoProject)) return ProjectKind.Library;
        if (outline.Has(ProjectSigns.DjangoProject) && !isPublished) return ProjectKind.Application;
        if (createsApplication == true && !isPublished) return ProjectKind.Application;
        if (isCommand && createsApplication != true && offersInterface != true) return ProjectKind.Cli;
        // What is uploaded to be imported and starts nothing is not deployed: its compose file brings up what its tests talk to.
        var isImported = isPublished && offersInterface == true && createsApplication == false;
        if (isDelivered && (isImported || !outline.Has(ProjectSigns.DeploymentFiles))) return ProjectKind.Library;
        if (outline.Has(ProjectSigns.Notebooks)) return ProjectKind.Script;
        return outline.Manifests.IsEmpty && !outline.Has(ProjectSigns.DeploymentFiles) && createsApplication == false ? ProjectKind.Script : ProjectKind.Application;
    }
}
