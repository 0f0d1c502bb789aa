namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Packages that a framework brings along as part of its own interface.</summary>
internal static class PackageFamilies
{
    private static readonly (string Owner, string[] Members)[] Families =
    [
        ("flask", ["werkzeug", "jinja2", "markupsafe", "itsdangerous", "click", "blinker"]),
        ("quart", ["werkzeug", "jinja2", "markupsafe", "itsdangerous", "click", "flask", "blinker"]),
        ("fastapi", ["starlette", "pydantic", "pydantic-core", "anyio", "typing-extensions", "annotated-types"]),
        ("pydantic", ["pydantic-core", "typing-extensions", "annotated-types"]),
        ("starlette", ["anyio"]),
        ("django", ["asgiref", "sqlparse"]),
        ("djangorestframework", ["django"]),
        ("requests", ["urllib3", "certifi", "idna", "charset-normalizer"]),
        ("httpx", ["httpcore", "anyio", "certifi"]),
        ("aiohttp", ["yarl", "multidict", "aiosignal", "frozenlist", "attrs"]),
        ("celery", ["kombu", "billiard", "vine", "amqp", "click"]),
        ("boto3", ["botocore", "s3transfer"]),
        ("pyramid", ["webob", "zope-interface", "zope-deprecation", "venusian", "translationstring"]),
        ("jinja2", ["markupsafe"]),
        ("flask-wtf", ["wtforms", "flask"]),
        ("flask-sqlalchemy", ["sqlalchemy", "flask"]),
        ("flask-migrate", ["alembic"]),
        ("pandas", ["numpy", "python-dateutil", "pytz"]),
        ("scikit-learn", ["numpy", "scipy", "joblib"]),
        ("wagtail", ["django", "modelcluster", "django-modelcluster", "taggit", "django-taggit"]),
        ("pyopenssl", ["cryptography"]),
        ("ipython", ["traitlets"]),
    ];

    /// <summary>Whether something declared brings one of the packages; extensions of a framework bring the framework.</summary>
    public static bool Brings(HashSet<string> declared, HashSet<string> wanted) =>
        Families.Any(family => (declared.Contains(family.Owner) && family.Members.Any(wanted.Contains))
            || (wanted.Contains(family.Owner) && declared.Any(name => name.StartsWith($"{family.Owner}-", StringComparison.Ordinal))));
}
