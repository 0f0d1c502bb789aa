namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>What starts a web server: a deployment file, itself or through the module it runs; a start script; or code that nothing is seen to run.</summary>
internal enum ServerStartOrigin { Deployment, Script, Code }
