using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Tells the tables that stay small whatever happens, and the pages that only those who run the product see.</summary>
internal static class SmallTables
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        "config", "configuration", "configurations", "setting", "settings", "option", "options", "preference", "preferences", "category", "categories", "country", "countries", "currency", "currencies", "language", "languages", "locale",
        "role", "roles", "permission", "permissions", "flag", "flags", "feature", "features", "status", "state", "type", "types", "kind", "tag", "tags", "group", "groups", "plugin", "plugins", "extension", "level", "plan", "plans",
        "tier", "theme", "template", "templates", "unit", "units", "site", "region", "regions", "provider", "cohort", "banner", "sponsor", "license", "licence", "menu");

    public static bool Contains(ClassSymbol record) => IdentifierWords.Split(record.Name).Exists(Words.Contains);

    public static bool IsForAdministrators(string path) => IdentifierWords.Split(path).Exists(word => word is "admin" or "administration" or "management" or "backoffice" or "staff" or "internal" or "settings" or "debug" or "setup" or "backup" or "export");
}
