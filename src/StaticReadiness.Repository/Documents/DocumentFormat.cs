namespace StaticReadiness.Repository.Documents;

/// <summary>How a document is written.</summary>
public enum DocumentFormat { Markdown, ReStructuredText, PlainText }
