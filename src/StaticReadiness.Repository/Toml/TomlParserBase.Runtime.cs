namespace StaticReadiness.Repository.Toml;

/// <content>The members the generated class calls in place of the ANTLR runtime's; each is an array access or nothing, and inlines.</content>
internal abstract partial class TomlParserBase
{
    public const int Eof = -1;

    private static readonly string[] Expectations = DescribeTokens();

    public new virtual IVocabulary Vocabulary => throw new NotSupportedException();

    public virtual string GrammarFileName => throw new NotSupportedException();

    public virtual string[] RuleNames => throw new NotSupportedException();

    public virtual int[] SerializedAtn => throw new NotSupportedException();

    protected ParserATNSimulator? Interpreter { get; set; }

    protected ArrayStream TokenStream => new(this);

    protected static Handler ErrorHandler => default;

    protected static ParserRuleContext? Context => null;

    protected static int State { get => 0; set => _ = value; }

    internal TomlSyntaxException MissingValue() => Unexpected("a value");

    protected void Match(int type)
    {
        if (kinds[position] != type) throw Unexpected(type == Eof ? "a key or a table header" : Expectations[type]);
        position++;
    }

    protected void Consume() => position++;

    protected static void EnterRule(ParserRuleContext context, int state, int rule)
    {
    }

    protected static void EnterOuterAlt(ParserRuleContext context, int alternative)
    {
    }

    protected static void ExitRule()
    {
    }

    private static string[] DescribeTokens()
    {
        var names = new string[TomlParser.ERROR + 1];
        Array.Fill(names, "a value");
        names[TomlParser.NEWLINE] = "the end of the line";
        names[TomlParser.EQUALS] = "`=`";
        names[TomlParser.RIGHT_BRACKET] = "`]`";
        names[TomlParser.RIGHT_BRACKETS] = "`]]`";
        names[TomlParser.RIGHT_BRACE] = "`}`";
        names[TomlParser.BARE_KEY] = "a key";
        return names;
    }

    protected readonly struct ArrayStream(TomlParserBase parser)
    {
        public int LA(int offset) => parser.kinds[parser.position + offset - 1];
    }

    protected readonly struct Handler
    {
        public void Sync(TomlParserBase parser)
        {
        }

        public void ReportMatch(TomlParserBase parser)
        {
        }

        public void RecoverInline(TomlParserBase parser) => throw parser.MissingValue();

        public void ReportError(TomlParserBase parser, Exception exception)
        {
        }

        public void Recover(TomlParserBase parser, Exception exception)
        {
        }
    }
}
