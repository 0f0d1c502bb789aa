using System.Collections.Concurrent;

namespace StaticReadiness.Dev.Oracle;

/// <summary>As many Python processes as callers ask at the same time.</summary>
internal sealed class OraclePool(string python) : IDisposable
{
    private readonly ConcurrentBag<PythonOracle> idle = [];

    public T Use<T>(Func<PythonOracle, T> question)
    {
        if (!idle.TryTake(out var oracle)) oracle = PythonOracle.Start(python);
        var answer = question(oracle);
        idle.Add(oracle);
        return answer;
    }

    public void Dispose()
    {
        foreach (var oracle in idle) oracle.Dispose();
    }
}
