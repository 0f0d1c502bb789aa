namespace StaticReadiness.Python.Semantics;

/// <summary>What is known about calling a library function or method.</summary>
/// <param name="Pattern">The qualified name it is listed under; <c>.*</c> stands for any method.</param>
/// <param name="Kind">What it does; <see cref="EffectKinds.None"/> excepts a method from a pattern.</param>
/// <param name="Weight">How long it takes.</param>
/// <param name="Replacement">What to use in asynchronous code instead, for messages and help; empty when there is none.</param>
public sealed record LibraryEffect(string Pattern, EffectKinds Kind, EffectWeight Weight, string Replacement);
