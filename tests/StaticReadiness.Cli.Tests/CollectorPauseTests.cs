namespace StaticReadiness.Cli.Tests;

public sealed class CollectorPauseTests
{
    private const long Mebi = 1024 * 1024;

    [Theory]
    [InlineData(1 * Mebi, 16_384 * Mebi, 0)]
    [InlineData(14 * Mebi, 16_384 * Mebi, 1_260 * Mebi)]
    [InlineData(14 * Mebi, 2_048 * Mebi, 512 * Mebi)]
    [InlineData(14 * Mebi, 256 * Mebi, 0)]
    [InlineData(1_000 * Mebi, 16_384 * Mebi, 4_096 * Mebi)]
    public void What_stays_uncollected_grows_with_the_code_up_to_a_quarter_of_the_memory(long python, long memory, long expected) =>
        CollectorPause.SizeFor(python, memory).ShouldBe(expected);
}
