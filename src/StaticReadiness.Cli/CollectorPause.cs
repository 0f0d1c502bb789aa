using System.Runtime;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Cli;

/// <summary>
/// Keeps the garbage collector still while a larger repository is scanned: trees and names live until the report,
/// so that a collection copies nearly all it finds and frees next to nothing (Django: 0.9 of 4.2 seconds).
/// </summary>
internal static class CollectorPause
{
    /// <summary>Bytes allocated for each byte of Python: 28 for Django, 26 to 49 for saleor, celery, warehouse, netbox, awx and prefect; with room for what needs more.</summary>
    private const long BytesForEachByte = 90;

    /// <summary>What fits into the youngest generation is not collected anyway.</summary>
    private const long Smallest = 128L * 1024 * 1024;

    /// <summary>The share of the memory the process may have, a container's limit included, that stays uncollected.</summary>
    private const int ShareOfMemory = 4;

    /// <summary>Begins the pause when the scan's memory is worth it; collections come back by themselves when it needs more.</summary>
    public static void Begin(RepositoryFiles files)
    {
        var size = SizeFor(files.Files.Where(static file => file.IsPython).Sum(static file => file.Length), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        if (size == 0 || GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) return;
        try
        {
            GC.TryStartNoGCRegion(size, disallowFullBlockingGC: true);
        }
        catch (ArgumentOutOfRangeException)
        {
            // more than this runtime sets aside at once: collections go on as ever
        }
    }

    /// <summary>The bytes to leave uncollected; 0 to leave the collector alone.</summary>
    /// <param name="pythonBytes">The length of all Python files.</param>
    /// <param name="availableBytes">The memory the process may have.</param>
    internal static long SizeFor(long pythonBytes, long availableBytes)
    {
        var size = Math.Min(pythonBytes * BytesForEachByte, availableBytes / ShareOfMemory);
        return size < Smallest ? 0 : size;
    }
}
