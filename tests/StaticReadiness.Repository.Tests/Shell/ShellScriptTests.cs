using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Tests.Shell;

public class ShellScriptTests
{
    private static string[] Read(string script) => [.. ShellScript.Read(script).Select(c => string.Join('|', c.Words.Select(w => w.Text)))];

    [Theory]
    [InlineData("pip install -r requirements.txt && pytest -q || exit 1", new[] { "pip|install|-r|requirements.txt", "pytest|-q", "exit|1" })]
    [InlineData("a 'b c' \"d $E\" f\\ g", new[] { "a|b c|d $E|f g" })]
    [InlineData("a # comment\nb#c", new[] { "a", "b#c" })]
    [InlineData("pip install \\\n  flask \\\n  # gone\n", new[] { "pip|install|flask" })]
    [InlineData("x > out.txt 2>&1 < in; y &>/dev/null &", new[] { "x", "y" })]
    [InlineData("cat <<EOF > f\npip install evil\nEOF\npip install good", new[] { "cat", "pip|install|good" })]
    [InlineData("cat <<-'EOF'\n\tbody\n\tEOF\nnext", new[] { "cat", "next" })]
    [InlineData("if [ -f x ]; then run it; else stop; fi", new[] { "[|-f|x|]", "run|it", "stop" })]
    [InlineData("for f in a b; do echo $f; done", new[] { "echo|$f" })]
    [InlineData("case $1 in\n start) run app;;\n *) usage;;\nesac", new[] { "run|app", "usage" })]
    [InlineData("(cd x; make) | tee log", new[] { "cd|x", "make", "tee|log" })]
    [InlineData("V=$(git describe --tags) && echo \"$(date)\"", new[] { "git|describe|--tags", "", "date", "echo|$(date)" })]
    [InlineData("echo `pwd`", new[] { "pwd", "echo|`pwd`" })]
    public void The_commands_of_a_script_are_those_a_shell_would_run(string script, string[] expected) => Read(script).ShouldBe(expected);

    [Theory]
    [InlineData("python manage.py runserver", "python")]
    [InlineData("python -m pytest -q", "pytest")]
    [InlineData("python3.12 -u -m uvicorn app:app", "uvicorn")]
    [InlineData("poetry run gunicorn app:app", "gunicorn")]
    [InlineData("uv run --with x -- uvicorn app:app", "uvicorn")]
    [InlineData("poetry install", "poetry")]
    [InlineData("sudo -E env A=1 /usr/bin/pip3 install x", "pip3")]
    [InlineData("exec gosu app gunicorn app:app", "gunicorn")]
    [InlineData("A=1 B=2 flask run", "flask")]
    [InlineData("coverage run -m pytest", "pytest")]
    [InlineData("A=1", "")]
    public void The_program_is_what_runs_in_the_end(string script, string program) => ShellScript.Read(script).ShouldHaveSingleItem().Program.ShouldBe(program);

    [Fact]
    public void Every_word_knows_its_place()
    {
        const string script = "a && pip install \"x y\" \\\n  z";
        foreach (var word in ShellScript.Read(script)[1].Words)
            script.Substring(word.Span.Start, word.Span.Length).Trim('"').ShouldBe(word.Text);
    }

    [Theory]
    [InlineData("$(")]
    [InlineData("`")]
    [InlineData("\"$(a")]
    [InlineData("'")]
    [InlineData("<<")]
    [InlineData("<<E")]
    [InlineData("case")]
    [InlineData("\\")]
    [InlineData(">")]
    public void Broken_text_is_read_without_an_exception(string script)
    {
        Should.NotThrow(() => ShellScript.Read(script));
        Should.NotThrow(() => ShellScript.Read(string.Concat(Enumerable.Repeat(script, 20_000))));
    }
}
