namespace StaticReadiness.Repository.Containers;

/// <summary>The instructions of a Dockerfile.</summary>
public enum DockerKeyword { Unknown, Add, Arg, Cmd, Copy, Entrypoint, Env, Expose, From, Healthcheck, Label, Maintainer, OnBuild, Run, Shell, StopSignal, User, Volume, WorkDir }
