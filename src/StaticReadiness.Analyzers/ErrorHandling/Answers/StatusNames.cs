using System.Globalization;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>Knows the statuses by the names of their constants.</summary>
internal static class StatusNames
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OK"] = 200,
        ["CREATED"] = 201,
        ["ACCEPTED"] = 202,
        ["NO_CONTENT"] = 204,
        ["BAD_REQUEST"] = 400,
        ["UNAUTHORIZED"] = 401,
        ["FORBIDDEN"] = 403,
        ["NOT_FOUND"] = 404,
        ["METHOD_NOT_ALLOWED"] = 405,
        ["NOT_ACCEPTABLE"] = 406,
        ["CONFLICT"] = 409,
        ["GONE"] = 410,
        ["UNPROCESSABLE_ENTITY"] = 422,
        ["UNPROCESSABLE_CONTENT"] = 422,
        ["TOO_MANY_REQUESTS"] = 429,
        ["INTERNAL_SERVER_ERROR"] = 500,
        ["NOT_IMPLEMENTED"] = 501,
        ["BAD_GATEWAY"] = 502,
        ["SERVICE_UNAVAILABLE"] = 503,
        ["GATEWAY_TIMEOUT"] = 504,
    };

    /// <summary>The number of <c>HTTP_404_NOT_FOUND</c>, <c>NOT_FOUND</c> and their like, or null.</summary>
    public static int? Find(string name)
    {
        if (Numbers.TryGetValue(name, out var known)) return known;
        foreach (var word in IdentifierWords.Split(name))
            if (word.Length == 3 && int.TryParse(word, CultureInfo.InvariantCulture, out var number) && number is >= 100 and < 600) return number;
        return null;
    }
}
