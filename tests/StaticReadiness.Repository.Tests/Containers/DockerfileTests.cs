using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Containers;

namespace StaticReadiness.Repository.Tests.Containers;

public class DockerfileTests
{
    private static Dockerfile Parse(string text) => Dockerfile.Parse(SourceText.From(text));

    private const string Sample = """
        # syntax=docker/dockerfile:1
        # a comment
        ARG PYTHON=3.12
        ARG BASE=python:${PYTHON}-slim
        FROM --platform=$BUILDPLATFORM ${BASE} AS build
        WORKDIR /app
        # another
        RUN --mount=type=cache,target=/root/.cache \
            pip install \
            # in between

            -r requirements.txt \
            && rm -rf /tmp/*
        COPY --chown=1000:1000 . .
        ENV A=1 B="two words" C=a\ b
        ENV OLD the old form
        FROM build
        user app
        HEALTHCHECK --interval=30s CMD curl -f http://localhost/ || exit 1
        ONBUILD RUN make
        CMD ["gunicorn", "-b", "0.0.0.0:80", "app:app"]
        """;

    [Fact]
    public void Stages_know_their_image_their_parent_and_what_is_in_force()
    {
        var file = Parse(Sample);

        file.Stages.Select(s => (s.Name, s.Image, s.BaseImage)).ShouldBe([("build", "python:3.12-slim", "python:3.12-slim"), (null, "build", "python:3.12-slim")]);
        file.FinalStage!.Last(DockerKeyword.User)!.Words[0].Text.ShouldBe("app");
        file.FinalStage.Last(DockerKeyword.WorkDir)!.Words[0].Text.ShouldBe("/app");
        file.Stages[0].From.Flag("platform").ShouldBe("$BUILDPLATFORM");
    }

    [Fact]
    public void A_command_over_several_lines_is_one_instruction_without_its_comments()
    {
        var file = Parse(Sample);
        var run = file.Instructions.Single(i => i.Keyword == DockerKeyword.Run);

        run.Commands.Select(c => c.Text).ShouldBe(["pip install -r requirements.txt", "rm -rf /tmp/*"]);
        run.Flags.ShouldHaveSingleItem().Value.ShouldBe("type=cache,target=/root/.cache");
        file.Text.ToString(run.Span).ShouldStartWith("RUN --mount");
        file.Text.ToString(run.Span).ShouldEndWith("/tmp/*");
        file.Text.ToString(run.Commands[0].Words[3].Span).ShouldBe("requirements.txt");
    }

    [Fact]
    public void Variables_are_read_in_both_forms()
    {
        var file = Parse(Sample);
        file.Instructions.Where(i => i.Keyword == DockerKeyword.Env).SelectMany(i => i.Variables).Select(v => (v.Name, v.Value))
            .ShouldBe([("A", "1"), ("B", "two words"), ("C", "a b"), ("OLD", "the old form")]);
        file.Text.ToString(file.Instructions.First(i => i.Keyword == DockerKeyword.Env).Variables[1].Span).ShouldBe("B=\"two words\"");
    }

    [Fact]
    public void The_exec_form_the_health_check_and_the_trigger_name_their_commands()
    {
        var final = Parse(Sample).FinalStage!;

        final.Last(DockerKeyword.Cmd)!.IsExecForm.ShouldBeTrue();
        final.Last(DockerKeyword.Cmd)!.Commands.ShouldHaveSingleItem().Program.ShouldBe("gunicorn");
        final.Last(DockerKeyword.Healthcheck)!.Commands.Select(c => c.Program).ShouldBe(["curl", "exit"]);
        final.Last(DockerKeyword.OnBuild)!.Inner!.Commands.ShouldHaveSingleItem().Program.ShouldBe("make");
    }

    [Fact]
    public void A_list_that_is_no_JSON_is_shell_text_and_a_shell_in_a_list_is_its_script()
    {
        var file = Parse("FROM a\nCMD ['x']\nCMD [\"sh\", \"-c\", \"a && exec b \\\"c\\\"\"]\nCMD [ \"a\" , \"b\" ]\n");

        file.Instructions[1].IsExecForm.ShouldBeFalse();
        file.Instructions[2].Commands.Select(c => c.Program).ShouldBe(["a", "b"]);
        file.Instructions[3].Words.Select(w => w.Text).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Heredocs_are_scripts_or_files_and_never_instructions()
    {
        var file = Parse("FROM a\nRUN <<EOF\npip install x\nFROM nowhere\nEOF\nCOPY <<-\"F1\" <<F2 /dest/\n\tone\n\tF1\ntwo\nF2\nUSER app\nRUN cat <<< x\nRUN echo <<NEVER\nUSER b\n");

        file.Stages.ShouldHaveSingleItem();
        file.Instructions.Select(i => i.Keyword).ShouldBe([DockerKeyword.From, DockerKeyword.Run, DockerKeyword.Copy, DockerKeyword.User, DockerKeyword.Run, DockerKeyword.Run, DockerKeyword.User]);
        file.Instructions[1].Commands[0].Text.ShouldBe("pip install x");
        file.Instructions[2].Heredocs.Select(h => (h.Name, h.Expands, file.Text.ToString(h.Span))).ShouldBe([("F1", false, "\tone"), ("F2", true, "two")]);
    }

    [Fact]
    public void The_escape_directive_changes_the_continuation()
    {
        var file = Parse("# escape=`\nFROM a\nRUN dir `\n  c:\\\nUSER b\n");

        file.Instructions.Select(i => i.Keyword).ShouldBe([DockerKeyword.From, DockerKeyword.Run, DockerKeyword.User]);
    }

    [Theory]
    [InlineData("FROM ${A:-x}:${B-1}", "x:${B-1}")]
    [InlineData("ARG A=\nFROM ${A:-x}", "x")]
    [InlineData("ARG A=y\nFROM ${A:-x}", "y")]
    [InlineData("FROM $UNSET/x", "$UNSET/x")]
    [InlineData("FROM", "")]
    public void The_image_is_expanded_as_far_as_it_is_known(string text, string image) => Parse(text).Stages[0].Image.ShouldBe(image);

    [Theory]
    [InlineData("")]
    [InlineData("FROM a\nRUN \\")]
    [InlineData("ONBUILD")]
    [InlineData("RUN [\"a")]
    [InlineData("COPY --from")]
    [InlineData("ENV")]
    [InlineData("123 x")]
    [InlineData("FROM ${")]
    public void Broken_files_are_read_without_an_exception(string text)
    {
        Should.NotThrow(() => Parse(text));
        Should.NotThrow(() => Parse("FROM " + string.Concat(Enumerable.Repeat("${A:-", 100_000))));
    }
}
