namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Where a framework runs a function: on the event loop, in a worker thread beside it, in a worker that serves nothing else meanwhile; a defect cannot run at all.</summary>
public enum HandlerPlace { Loop, Thread, Worker, Defect }
