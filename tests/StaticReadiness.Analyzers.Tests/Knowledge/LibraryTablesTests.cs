using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.Tests.Knowledge;

public sealed class LibraryTablesTests
{
    [Theory]
    [InlineData("types.tsv", 4, 2)]
    [InlineData("blocking.tsv", 5, 1)]
    [InlineData("offload.tsv", 4, 1)]
    public void Every_row_has_its_cells_a_source_and_a_name_of_its_own(string table, int cells, int keys)
    {
        var seen = new HashSet<string>();
        foreach (var row in LibraryTables.Read(table))
        {
            row.Cells.Length.ShouldBe(cells, $"{table}:{row.Line}");
            row[cells - 1].ShouldBeOneOf("S", "K");
            seen.Add(string.Join(' ', row.Cells.Take(keys))).ShouldBeTrue($"{table}:{row.Line} repeats a name");
        }
    }

    [Theory]
    [InlineData("requests.get", EffectKinds.Http)]
    [InlineData("builtins.open", EffectKinds.File)]
    [InlineData("redis.StrictRedis.get", EffectKinds.Store)]
    [InlineData("redis.Redis.pipeline", EffectKinds.None)]
    [InlineData("sqlmodel.Session.exec", EffectKinds.Orm)]
    [InlineData("openai.AzureOpenAI.chat.completions.create", EffectKinds.None)]
    [InlineData("openai.OpenAI.chat.completions.create", EffectKinds.Sdk)]
    [InlineData("os.path.join", EffectKinds.None)]
    [InlineData("httpx.AsyncClient.get", EffectKinds.None)]
    public void A_call_has_the_effect_its_table_says(string name, EffectKinds expected) =>
        (LibraryTables.Knowledge.FindEffect(name)?.Kind ?? EffectKinds.None).ShouldBe(expected);

    [Theory]
    [InlineData("from django.db import models\nclass User(models.Model): ...\nUser.objects.filter(a=1).first().save()\n", "django.db.models.Model.save")]
    [InlineData("from sqlalchemy import create_engine\nfrom sqlalchemy.orm import sessionmaker\nLocal = sessionmaker(create_engine(''))\nwith Local() as s:\n    s.query(int).filter(1).all()\n", "sqlalchemy.orm.Query.all")]
    [InlineData("from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\ndb.session.commit()\n", "sqlalchemy.orm.scoped_session.commit")]
    [InlineData("from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\nclass U(db.Model): ...\nU.query.filter_by(a=1).first()\n", "sqlalchemy.orm.Query.first")]
    [InlineData("import logging\nlog = logging.getLogger(__name__)\nlog.info('x')\n", "logging.Logger.info")]
    [InlineData("import asyncio\nasyncio.get_running_loop().run_in_executor(None, f)\n", "asyncio.AbstractEventLoop.run_in_executor")]
    [InlineData("from celery import shared_task\n@shared_task\ndef add(): ...\nadd.delay()\n", "celery.app.task.Task.delay")]
    [InlineData("from pathlib import Path\nROOT = Path(__file__).resolve().parent\n(ROOT / 'a').read_text()\n", "pathlib.Path.read_text")]
    [InlineData("import sqlite3\nc = sqlite3.connect('x')\nc.cursor().execute('')\n", "sqlite3.Cursor.execute")]
    [InlineData("import boto3\ns3 = boto3.client('s3')\ns3.put_object()\n", "botocore.client.BaseClient.put_object")]
    [InlineData("import httpx\nasync def f():\n    async with httpx.AsyncClient() as c:\n        (await c.get('')).json()\n", "httpx.Response.json")]
    [InlineData("import subprocess\np = subprocess.Popen([])\np.wait()\n", "subprocess.Popen.wait")]
    public void The_last_call_is_named_with_the_help_of_the_tables(string text, string expected)
    {
        var tree = SyntaxTree.Parse(SourceText.From(text), "main.py");
        var model = Compilation.Create([tree], [""], LibraryTables.Knowledge).GetSemanticModel(tree);
        Statement last = tree.Root.Body[^1];
        while (last is With or FunctionDef) last = last is With with ? with.Body[^1] : ((FunctionDef)last).Body[^1];
        var call = ((ExpressionStatement)last).Value.ShouldBeOfType<Call>();
        model.GetQualifiedName(call.Function).ShouldBe(expected);
    }

    [Fact]
    public void Rows_of_ones_own_are_added_and_win()
    {
        var knowledge = LibraryTables.LoadWith([], [new TableRow("own", 1, ["shop.wait", "sleep", "heavy", ""]), new TableRow("own", 2, ["time.sleep", "none", "light", ""])], []);
        knowledge.FindEffect("shop.wait").ShouldNotBeNull().Kind.ShouldBe(EffectKinds.Sleep);
        knowledge.FindEffect("time.sleep").ShouldBeNull();
    }

    [Fact]
    public void A_malformed_row_is_named_by_its_place() =>
        Should.Throw<InvalidDataException>(() => LibraryTables.LoadWith([], [new TableRow("own.tsv", 7, ["a.b", "nap", "heavy"])], [])).Message.ShouldBe("own.tsv:7: `nap` is no kind of effect");
}
