namespace StaticReadiness.Repository.Pipelines;

/// <summary>The program that runs a command on behalf of the people who work on a repository.</summary>
public enum PipelineTool { GitHubActions, GitLab, Azure, CircleCi, Bitbucket, Travis, Drone, Jenkins, Tox, Nox, PreCommit, Make, Just, Cron, TaskRunner, ShellScript }
