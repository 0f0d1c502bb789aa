namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>The place where findings of one rule come together, such as a blocking call that many coroutines reach: where several do, they are reported as one finding there.</summary>
/// <param name="Location">The place.</param>
/// <param name="Message">What is said of them together; <c>{0}</c> stands for their number.</param>
public sealed record SharedCause(Location Location, string Message);
