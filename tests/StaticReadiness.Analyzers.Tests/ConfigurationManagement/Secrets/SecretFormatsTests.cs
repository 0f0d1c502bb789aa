using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

namespace StaticReadiness.Analyzers.Tests.ConfigurationManagement.Secrets;

/// <summary>Pins how tokens are told from texts that only look like them.</summary>
public class SecretFormatsTests
{
    [Fact]
    public void The_checksum_is_the_one_that_zlib_computes() =>
        // python: zlib.crc32(b"123456789")
        TokenChecksum.Crc32("123456789").ShouldBe(0xCBF43926u);

    [Theory]
    [InlineData("github-token", "ghp_", "Hk3mT9qLw2Zx8VbN5rYc1JdFg7Ps0a2CMRXd")]
    [InlineData("private-key-rsa", "-----BEGIN RSA PRIVATE KEY-----", "\nMIIEowIBAAKCAQEAx7Lq9ZtVb2Kf5mWd8RcYpQe1UuGh3JsXaNo4TiBvPzC6kD0E\n-----END")]
    [InlineData("jwt", "eyJ", "hbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJzaG9wIn0.Qm7xKc2VbN9rLw4ZtYp1JdFgHs0aE3uT")]
    [InlineData("aws-access-key", "AKIA", "Z7QK3VXN2MRW5TLB")]
    public void A_token_is_known_by_its_format(string id, string prefix, string body)
    {
        var match = SecretFormats.Find("key: " + prefix + body).ShouldHaveSingleItem();
        match.Format.Id.ShouldBe(id);
        match.Start.ShouldBe(5);
    }

    [Theory]
    [InlineData("ghp_", "Hk3mT9qLw2Zx8VbN5rYc1JdFg7Ps0a000000")]
    [InlineData("AKIA", "IOSFODNN7EXAMPLE")]
    [InlineData("AKIA", "Z7QK3VXN2MRW5TLBQ")]
    [InlineData("sk_live_", "xxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("eyJ", "ub3QganNvbgAAAAAA.eyJzdWIiOiJzaG9wIn0.Qm7xKc2VbN9rLw4ZtYp1JdFgHs0aE3uT")]
    [InlineData("-----BEGIN PRIVATE KEY-----", "")]
    public void What_fails_its_checksum_or_says_it_is_an_example_is_none(string prefix, string body) =>
        SecretFormats.Find(prefix + body).ShouldBeEmpty();

    [Theory]
    [InlineData("DB_PASSWORD", "Password")]
    [InlineData("dbPassword", "Password")]
    [InlineData("SECRET_KEY", "Key")]
    [InlineData("stripe-api-key", "Token")]
    [InlineData("APIKey", "Token")]
    [InlineData("JWT_SECRET_DEV", "Key")]
    [InlineData("password_field", "None")]
    [InlineData("next_token", "None")]
    [InlineData("pad_token", "None")]
    [InlineData("tokens", "None")]
    [InlineData("PUBLIC_KEY", "None")]
    [InlineData("secretary", "None")]
    public void A_name_is_judged_by_its_last_words(string name, string kind) =>
        SecretNames.KindOf(name).ShouldBe(Enum.Parse<SecretKind>(kind));
}
