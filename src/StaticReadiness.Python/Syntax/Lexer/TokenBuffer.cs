using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticReadiness.Python.Syntax;

/// <summary>The tokens of one file in parallel arrays, which are used again for the next file.</summary>
internal sealed class TokenBuffer
{
    private const int KeptCapacity = 1 << 20;

    /// <summary>Enough for most files, so that the arrays seldom grow.</summary>
    private const int FirstCapacity = 1 << 15;

    public short[] Types = new short[FirstCapacity];
    public int[] Starts = new int[FirstCapacity];
    public int[] Ends = new int[FirstCapacity];

    /// <summary>The index of a name in the <see cref="NameTable"/>; other kinds of token do not use it.</summary>
    public int[] Values = new int[FirstCapacity];

    public int Count;

    public void Clear()
    {
        Count = 0;
        if (Types.Length > KeptCapacity) Resize(FirstCapacity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int type, int start, int end, int value = 0)
    {
        var i = Count;
        if (i + 1 >= Types.Length) Resize(Types.Length * 2);
        // The arrays have one length, which was checked above.
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Types), i) = (short)type;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Starts), i) = start;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Ends), i) = end;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Values), i) = value;
        Count = i + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Resize(int capacity)
    {
        Array.Resize(ref Types, capacity);
        Array.Resize(ref Starts, capacity);
        Array.Resize(ref Ends, capacity);
        Array.Resize(ref Values, capacity);
    }
}
