using System.Text;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Tests.Configuration;

public sealed class YamlDocumentsTests
{
    [Fact]
    public void Values_carry_their_kind_and_their_place()
    {
        const string Source = "a: 3.10\nb: [x, 'yes', yes, 0x10, ~]\nc:\n  - d: \"e\\n\"\n    f: |\n      one\n      two\ng: done\n";
        var root = Read(Source);
        root["a"]!.AsText().ShouldBe("3.10");
        var list = root.GetSequence("b")!.Items.Cast<ConfigurationScalar>().ToArray();
        list.Select(item => item.Kind).ShouldBe([ConfigurationScalarKind.String, ConfigurationScalarKind.String, ConfigurationScalarKind.Boolean, ConfigurationScalarKind.Integer, ConfigurationScalarKind.Null]);
        list[3].Integer.ShouldBe(16);
        Cut(Source, list[1].Span).ShouldBe("'yes'");
        var item = root.GetSequence("c")!.Mappings.Single();
        item.GetString("d").ShouldBe("e\n");
        item.GetString("f").ShouldBe("one\ntwo\n");
        Cut(Source, root.FindEntry("g")!.Value.KeySpan).ShouldBe("g");
        root.Leaves().Select(leaf => leaf.Path).ShouldBe(["a", "b", "b", "b", "b", "b", "c.d", "c.f", "g"]);
    }

    [Fact]
    public void Several_documents_are_read_in_order() =>
        YamlDocuments.Parse(SourceText.From("a: 1\n---\nb: 2\n---\n")).Roots.Select(root => root.GetType().Name)
            .ShouldBe(["ConfigurationMapping", "ConfigurationMapping", "ConfigurationScalar"]);

    [Fact]
    public void Merge_keys_add_what_is_missing()
    {
        var root = Read("base: &base {image: a, tag: b}\nweb:\n  <<: *base\n  tag: c\n");
        root.GetString("web", "image").ShouldBe("a");
        root.GetString("web", "tag").ShouldBe("c");
    }

    [Fact]
    public void A_nest_of_aliases_is_refused_by_what_it_would_expand_to()
    {
        var source = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) source.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        var documents = YamlDocuments.Parse(SourceText.From(source.ToString()));
        documents.Errors.ShouldHaveSingleItem().Message.ShouldContain("with its aliases expanded");
    }

    [Fact]
    public void An_alias_inside_its_own_value_is_refused() =>
        YamlDocuments.Parse(SourceText.From("a: &a [*a]\n")).Errors.ShouldHaveSingleItem().Message.ShouldBe("`*a` refers to a value that contains it");

    [Fact]
    public void Deep_nesting_is_refused() =>
        YamlDocuments.Parse(SourceText.From(new string('[', 10_000))).Errors.ShouldHaveSingleItem().Message.ShouldContain("nested deeper than 256");

    [Fact]
    public void An_error_names_its_line()
    {
        var text = SourceText.From("a: 1\nb: [1, 2\nc: 3\n");
        var error = YamlDocuments.Parse(text).Errors.ShouldHaveSingleItem();
        text.GetLineIndex(error.Span.Start).ShouldBeInRange(1, 2);
    }

    [Fact]
    public void A_key_that_stands_twice_is_reported() =>
        YamlDocuments.Parse(SourceText.From("a: 1\na: 2\n")).Errors.ShouldHaveSingleItem().Message.ShouldBe("the key `a` stands twice");

    private static ConfigurationMapping Read(string source)
    {
        var documents = YamlDocuments.Parse(SourceText.From(source));
        documents.Errors.ShouldBeEmpty();
        return documents.Mapping.ShouldNotBeNull();
    }

    private static string Cut(string source, TextSpan span) => source.Substring(span.Start, span.Length);
}
