namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>How often a rule's findings are right, as measured on real repositories; a preview rule is off by default and never scored.</summary>
public enum Precision { Preview, Medium, High, VeryHigh }
