namespace StaticReadiness.Repository.Containers;

/// <summary>The sort of file that deploys a process.</summary>
public enum DeploymentKind { Dockerfile, Compose, Kubernetes, Procfile, Systemd, Supervisor }
