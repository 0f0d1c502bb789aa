namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Why a framework calls a function.</summary>
public enum HandlerRole { Route, Dependency, Middleware, ExceptionHandler, Startup, Shutdown, Lifespan, Task, Consumer }
