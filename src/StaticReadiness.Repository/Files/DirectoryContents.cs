namespace StaticReadiness.Repository.Files;

/// <summary>What the names in a directory say about it.</summary>
internal readonly record struct DirectoryContents(bool HasGit, bool HasIgnoreFile, bool IsEnvironment, bool IsCache, bool IsPackage)
{
    public static DirectoryContents Of(List<DirectoryItem> items)
    {
        bool git = false, ignore = false, environment = false, cache = false, package = false;
        foreach (var item in items)
        {
            switch (item.Name)
            {
                case ".git":
                    git = true;
                    break;
                case ".gitignore":
                    ignore = !item.IsLink && !item.IsDirectory;
                    break;
                case "__init__.py":
                    package = true;
                    break;
                case DefaultExclusions.CacheMark:
                    cache = true;
                    break;
                default:
                    environment |= DefaultExclusions.EnvironmentMarks.Contains(item.Name);
                    break;
            }
        }

        return new DirectoryContents(git, ignore, environment, cache, package);
    }
}
