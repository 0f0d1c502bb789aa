using System.Text;
using StaticReadiness.Reporting.Console;

namespace StaticReadiness.Reporting.Tests.Console;

public class CharacterWidthTests
{
    // Expected widths from Unicode's EastAsianWidth.txt and the general categories Mn, Me and Cf.
    [Theory]
    [InlineData('a', 1)]
    [InlineData(0x00E9, 1)]
    [InlineData(0x0301, 0)]
    [InlineData(0x200D, 0)]
    [InlineData(0x6771, 2)]
    [InlineData(0xFF21, 2)]
    [InlineData(0xFF71, 1)]
    [InlineData(0x1F600, 2)]
    [InlineData(0x1F321, 1)]
    [InlineData(0x20000, 2)]
    public void A_character_takes_its_cells(int value, int cells) => CharacterWidth.Of(new Rune(value)).ShouldBe(cells);

    [Fact]
    public void Text_is_the_sum_of_its_characters() => CharacterWidth.Of("e\u0301 東京").ShouldBe(6);
}
