using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Tests.Syntax.Checks;

/// <summary>What Python 3.14 added, after PEP 750 and PEP 758; no older Python can be asked.</summary>
public class NewerSyntaxTests
{
    [Fact]
    public void A_template_keeps_the_text_of_its_fields_while_their_specifications_are_formatted()
    {
        var template = (TemplateStr)Value("t'Hi {user.name !r:>{width}}' rt'\\d{x=}'");
        var field = (Interpolation)template.Values[1];

        (field.Text, field.Conversion).ShouldBe(("user.name", 'r'));
        ((JoinedStr)field.FormatSpec!).Values[1].ShouldBeOfType<FormattedValue>().Value.ShouldBeOfType<Name>().Parent.ShouldBeOfType<FormattedValue>();
        template.Values.OfType<Constant>().Select(part => part.Text).ShouldBe(["Hi ", "\\dx="]);
        ((Interpolation)template.Values[^1]).Text.ShouldBe("x");
    }

    [Theory]
    [InlineData("t'a' 'b'")]
    [InlineData("'a' t'b'")]
    [InlineData("f'a' t'b'")]
    public void A_template_is_not_joined_with_another_kind_of_string(string source) => Parse(source).Diagnostics.ShouldNotBeEmpty();

    [Theory]
    [InlineData("try: pass\nexcept A, B: pass\n")]
    [InlineData("try: pass\nexcept* A, B.c, d(): pass\n")]
    public void Exception_types_need_no_parentheses_without_a_name(string source) => Parse(source).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Exception_types_with_a_name_need_parentheses() =>
        Parse("try: pass\nexcept A, B as c: pass\n").Diagnostics[0].Message.ShouldBe("multiple exception types must be parenthesized when using 'as'");

    private static Expression Value(string source) => ((ExpressionStatement)Parse(source).Root.Body[0]).Value;

    private static SyntaxTree Parse(string source) => SyntaxTree.Parse(SourceText.From(source));
}
