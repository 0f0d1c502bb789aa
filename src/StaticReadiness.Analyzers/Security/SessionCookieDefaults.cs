using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Finds applications that keep sessions in cookies and never say that the cookie is for TLS only, where the framework's default says it is not.</summary>
internal static class SessionCookieDefaults
{
    private const string Setting = "SESSION_COOKIE_SECURE";

    private const long LargestFile = 200_000;

    // Each sets the flag itself, or stands for settings that are somewhere else.
    private static readonly string[] Decisions = [Setting, "session_cookie_secure", "SessionCookieSecure", "Talisman", "talisman"];

    /// <summary>The first application that leaves its session cookie to the default, or null.</summary>
    public static WebApplication? Find(Project project)
    {
        var application = FrameworkModel.Of(project).Applications.FirstOrDefault(candidate =>
            candidate is { Role: FileRoles.Application, IsMounted: false, Framework.Id: "django" or "flask" or "quart" } && !IsTemplate(candidate));
        return application is null || !KeepsSessions(application, project) || IsDecided(project) ? null : application;
    }

    // A project template's settings are for whoever starts a project from it.
    private static bool IsTemplate(WebApplication application) => application.Name.Contains('{') || application.Location.Path.Contains("template", StringComparison.Ordinal) || DebugSettings.IsDevelopmentName(application.Location.Path);

    private static bool KeepsSessions(WebApplication application, Project project) => application.Framework.Id == "django"
        ? FrameworkModel.Of(project).Middleware.Any(entry => entry.Name == "django.contrib.sessions.middleware.SessionMiddleware")
        : ApplicationTrees.Of(project).Any(place => place.Tree.Root.Body.Any(UsesSession));

    // `from flask import session`, and the extensions that keep a login in it.
    private static bool UsesSession(Statement statement) => statement switch
    {
        ImportFrom { Level: 0, Module: "flask" or "quart" } import => import.Names.Any(alias => alias.Name == "session"),
        ImportFrom { Level: 0, Module: { } module } => ModuleNames.TopLevel(module) is "flask_login" or "quart_auth" or "flask_security",
        Import import => import.Names.Any(alias => alias.Name is "flask_login" or "flask_security"),
        _ => false,
    };

    // Wherever it is named, in code, an environment file or a chart, somebody has thought of it.
    private static bool IsDecided(Project project) =>
        ApplicationTrees.Of(project).Any(place => Array.Exists(Decisions, word => place.Tree.Text.Content.Contains(word, StringComparison.Ordinal)))
        || project.Files.Files.Any(file => !file.IsPython && file.Length <= LargestFile && DebugSettings.IsDeployFile(file)
            && file.ReadText().TryGet(out var text) && text.Content.Contains(Setting, StringComparison.Ordinal));
}
