using System.CommandLine;
using StaticReadiness.Dev.Commands;

var root = new RootCommand("Tools for those who work on StaticReadiness.")
{
    DependenciesCommand.Create(),
    NewRuleCommand.Create(),
    CorpusCommand.Create(),
    RequirementCommand.Create(),
    TomlCommand.Create(),
    DumpCommand.Create(),
    ParseCommand.Create(),
    CompareDumpsCommand.Create(),
    CompareRefusalsCommand.Create(),
    SymbolTableCommand.Create(),
    CompareSymbolTablesCommand.Create(),
    BindCommand.Create(),
    FrameworksCommand.Create(),
    CompareTokensCommand.Create(),
    FuzzCommand.Create(),
};
return root.Parse(args).Invoke();
