namespace StaticReadiness.Repository.Toml;

/// <summary>
/// Nested types that hide the ANTLR runtime's of the same name from the generated parser. The grammar is LL(1), so no automaton is needed:
/// C# binds to these at compile time, and the runtime's assembly is never loaded when a model file is read at start.
/// </summary>
internal abstract class TomlParserTypes
{
    public interface IVocabulary;

    public interface ITerminalNode;

    public sealed class Vocabulary : IVocabulary
    {
        public Vocabulary(string?[] literalNames, string?[] symbolicNames)
        {
        }
    }

    /// <summary>The input the generated constructor hands to its base.</summary>
    public sealed class ITokenStream(string text, TomlTokens tokens, TomlVersion version)
    {
        public string Text => text;

        public TomlTokens Tokens => tokens;

        public TomlVersion Version => version;
    }

    public sealed class PredictionContextCache;

    public sealed class ATN
    {
        public int NumberOfDecisions { get; }

        public object GetDecisionState(int decision) => this;
    }

    public sealed class ATNDeserializer
    {
        private static readonly ATN Empty = new();

        public ATN Deserialize(int[] serialized) => Empty;
    }

    public sealed class DFA
    {
        public DFA(object state, int decision)
        {
        }
    }

    public sealed class ParserATNSimulator
    {
        public ParserATNSimulator(TomlParserTypes parser, ATN atn, DFA[] decisions, PredictionContextCache cache)
        {
        }
    }

    public class ParserRuleContext(ParserRuleContext? parent, int invokingState)
    {
        public RecognitionException? exception;

        public virtual int RuleIndex => invokingState;

        public ParserRuleContext? Parent => parent;

        public static T GetRuleContext<T>(int index) => throw new NotSupportedException();

        public static T[] GetRuleContexts<T>() => throw new NotSupportedException();

        public static ITerminalNode GetToken(int type, int index) => throw new NotSupportedException();

        public static ITerminalNode[] GetTokens(int type) => throw new NotSupportedException();
    }

    /// <summary>Never thrown: errors travel as <see cref="TomlSyntaxException"/> to the line rule.</summary>
    public sealed class RecognitionException : Exception;

    public sealed class NoViableAltException(TomlParserBase parser) : TomlSyntaxException(parser.MissingValue());
}
