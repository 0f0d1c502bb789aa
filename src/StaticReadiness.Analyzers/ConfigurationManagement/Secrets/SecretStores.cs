using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Recognises code that holds secrets in a type made for them or asks a service that keeps them.</summary>
internal static class SecretStores
{
    private static readonly FrozenSet<string> Modules = FrozenSet.Create(
        StringComparer.Ordinal,
        "hvac", "keyring", "google.cloud.secretmanager", "google.cloud.secretmanager_v1", "azure.keyvault.secrets", "aws_secretsmanager_caching", "infisical_sdk", "infisical", "dopplersdk", "onepasswordconnectsdk", "onepassword", "akeyless", "conjur_api");

    private static readonly FrozenSet<string> Types = FrozenSet.Create(StringComparer.Ordinal, "SecretStr", "SecretBytes", "Secret");

    private static readonly string[] Words = [.. Modules.Select(module => module[(module.LastIndexOf('.') + 1)..]).Concat(Types).Append("client")];

    /// <summary>False for a file that names none of them: a look that spares a walk.</summary>
    public static bool MayBeUsed(SyntaxTree tree) => Words.Any(tree.MayMention);

    /// <summary>What a node proves, in words; null for nothing.</summary>
    public static string? Describe(SyntaxNode node) => node switch
    {
        Import import when import.Names.FirstOrDefault(alias => Modules.Contains(alias.Name)) is { } alias => Reads(alias.Name),
        ImportFrom { Level: 0, Module: { } module } import => DescribeImport(module, import),
        Call { Arguments: [var service, ..] } call when call.Function.LastName() is "client" && service.StringValue() is "secretsmanager" or "ssm" => Reads(service.StringValue()!),
        _ => null,
    };

    private static string? DescribeImport(string module, ImportFrom import)
    {
        if (Modules.Contains(module)) return Reads(module);
        foreach (var alias in import.Names)
        {
            if (Modules.Contains($"{module}.{alias.Name}")) return Reads($"{module}.{alias.Name}");
            if (Types.Contains(alias.Name) && ModuleNames.TopLevel(module) is "pydantic" or "pydantic_settings" or "starlette") return $"secrets are held in `{alias.Name}`";
        }

        return null;
    }

    private static string Reads(string name) => $"a secret manager is read: `{name}`";
}
