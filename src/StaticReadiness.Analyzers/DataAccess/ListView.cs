using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>A class-based view of Django or Django REST framework that lists records.</summary>
/// <param name="View">The class.</param>
/// <param name="Unbounded">The query and its record when nothing limits or picks them; null when something may.</param>
internal sealed record ListView(ClassSymbol View, (Expression Place, ClassSymbol Record)? Unbounded);
