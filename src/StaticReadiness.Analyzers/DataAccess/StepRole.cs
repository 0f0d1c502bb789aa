namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>What a method does to a query, as the table of steps calls it.</summary>
internal enum StepRole { Keep, Eager, Bound, Narrow, Single, Aggregate, Values, Write, Run }
