namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>What a call or decorator adds to an application.</summary>
internal enum RegistrationKind { Route, Include, Exception, Middleware, Startup, Shutdown, Lifespan, Dependency, Task }
