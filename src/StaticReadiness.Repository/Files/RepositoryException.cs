namespace StaticReadiness.Repository.Files;

/// <summary>The repository cannot be opened, for a reason the user can act on.</summary>
public sealed class RepositoryException(string message, Exception? inner = null) : Exception(message, inner);
