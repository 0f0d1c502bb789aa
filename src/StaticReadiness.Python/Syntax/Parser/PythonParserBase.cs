using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>
/// What the generated parser binds to: the token arrays, a value stack on which the rules leave nodes, and the actions of the grammar.
/// </summary>
internal abstract partial class PythonParserBase
{
    public const int Eof = -1;

    private const int CancellationInterval = 1024;

    private readonly TokenBuffer tokens = new();
    private readonly NameTable names = new();
    private readonly Lexer lexer;
    private readonly StringDecoder decoder = new();
    private SourceText sourceText = SourceText.From("");
    private string text = "";
    private short[] types = [];
    private int[] starts = [];
    private int[] ends = [];
    private int[] values = [];
    private Slot[] slots = new Slot[256];
    private CancellationToken cancellation;
    private int statements;

    protected PythonParserBase() => lexer = new Lexer(names, tokens);

    /// <summary>A value on the stack: a node or a name, with the bounds that include its parentheses, and the height of its tree.</summary>
    private struct Slot
    {
        public object? Value;
        public int Start;
        public int End;
        public int Height;
        public int Tag;
    }

    protected int P { get; private set; }

    protected int Sp { get; private set; }

    protected int Depth { get; private set; }

    protected int La
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => types[P];
    }

    /// <summary>The end of the token read last.</summary>
    protected int End => ends[P - 1];

    protected abstract void statement();

    protected abstract void ParseFile();

    public SyntaxTree Parse(SourceText source, string path, CancellationToken cancellationToken)
    {
        cancellation = cancellationToken;
        sourceText = source;
        text = source.Content;
        lexer.Tokenize(source);
        (types, starts, ends, values) = (tokens.Types, tokens.Starts, tokens.Ends, tokens.Values);
        (P, Sp, Depth, operators, statements, recoveredAt) = (0, 0, 0, 0, 0, -1);
        errors.Clear();
        ParseFile();
        var root = Unsafe.As<Module>(slots[0].Value!);
        Array.Clear(slots);
        return new SyntaxTree(source, path, root, [.. lexer.Comments], Diagnostics(root, source), names.Mentions);
    }

    protected int Start(int token) => starts[token];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Match(int type)
    {
        if (types[P] != type) throw Unexpected();
        P++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Consume() => P++;

    protected void Enter()
    {
        if (++Depth > SyntaxLimits.NestedExpressions) throw Fail("too many nested lambdas and conditional expressions", P);
    }

    protected void Leave() => Depth--;

    protected void StartStatement()
    {
        if (++statements % CancellationInterval == 0) cancellation.ThrowIfCancellationRequested();
    }

    private Expression Value(int index) => Unsafe.As<Expression>(slots[index].Value!);

    private Expression? Optional(int index) => Unsafe.As<Expression?>(slots[index].Value);

    protected Expression Top => Unsafe.As<Expression>(slots[Sp - 1].Value!);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PushValue(object? value, int start, int end, int height = 1, int tag = 0)
    {
        if (Sp == slots.Length) Array.Resize(ref slots, slots.Length * 2);
        ref var slot = ref slots[Sp++];
        slot.Value = value;
        slot.Start = start;
        slot.End = end;
        slot.Height = height;
        slot.Tag = tag;
    }

    protected void Push(SyntaxNode node) => PushValue(node, node.Start, node.End);

    protected void PushEmpty() => PushValue(null, starts[P], starts[P], 0);

    /// <summary>Replaces the values from <paramref name="mark"/> on by the node made of them.</summary>
    protected void Replace(int mark, SyntaxNode node)
    {
        var height = 0;
        for (var i = mark; i < Sp; i++) height = Math.Max(height, slots[i].Height);
        if (height >= SyntaxLimits.TreeHeight) throw TooHigh(node);
        Sp = mark;
        PushValue(node, node.Start, node.End, height + 1);
    }

    /// <summary>Replaces the values from <paramref name="mark"/> on, where a wider range than the node's own bounds the operand.</summary>
    private void Replace(int mark, SyntaxNode node, int start, int end)
    {
        Replace(mark, node);
        slots[mark].Start = start;
        slots[mark].End = end;
    }

    protected ImmutableArray<T> List<T>(int mark) where T : class => List<T>(mark, Sp);

    protected ImmutableArray<T> List<T>(int mark, int end) where T : class
    {
        var count = end - mark;
        if (count <= 0) return [];
        var array = new T[count];
        ref var first = ref MemoryMarshal.GetArrayDataReference(array);
        for (var i = 0; i < count; i++) Unsafe.Add(ref first, i) = Unsafe.As<T>(slots[mark + i].Value!);
        return ImmutableCollectionsMarshal.AsImmutableArray(array);
    }

    /// <summary>The end of the last token that is not layout: where CPython ends a compound statement.</summary>
    private int LastEnd() => LastEnd(P - 1);

    private int LastEnd(int i)
    {
        while (i > 0 && types[i] is PythonParser.NEWLINE or PythonParser.INDENT or PythonParser.DEDENT) i--;
        return i < 0 ? 0 : ends[i];
    }

    private string NameAt(int token) => names[values[token]];

    private TextSpan SpanOf(int token) => TextSpan.FromBounds(starts[token], ends[token]);
}
