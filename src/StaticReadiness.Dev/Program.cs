using System.CommandLine;
using StaticReadiness.Dev.Commands;

var root = new RootCommand("Tools for those who work on StaticReadiness.")
{
    TomlCommand.Create(),
};
return root.Parse(args).Invoke();
