using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analyzers;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Cli;

/// <summary>
/// A scan of a few lines held in memory, on a thread of its own while arguments and settings are read and folders listed, which leaves half of the processors idle:
/// tables, rules and code that every scan uses are loaded by then, and no thread waits for another to load them.
/// </summary>
internal static class Rehearsal
{
    private const string Application =
        """
        import logging
        import os
        from dataclasses import dataclass, field

        from flask import Flask, jsonify, request

        logger = logging.getLogger(__name__)
        app = Flask(__name__)


        @dataclass
        class Item:
            name: str
            tags: list[str] = field(default_factory=list)

            def label(self, sep=", "):
                return f"{self.name}: {sep.join(tag for tag in self.tags if tag)}"


        @app.route("/items/<int:number>", methods=["POST"])
        def change(number):
            try:
                with open(os.environ.get("ITEMS", "items.txt"), encoding="utf-8") as file:
                    names = {line.strip(): len(line) for line in file}
            except OSError as error:
                logger.exception("no items")
                raise RuntimeError("no items") from error
            while number > len(names):
                number -= 1
            return jsonify(Item(str(number), [*names]).label(sep=request.args["sep"]))


        async def main():
            await start(lambda: None)
        """;

    private const string Test =
        """
        import unittest

        from app import Item


        class ItemTests(unittest.TestCase):
            def setUp(self):
                self.item = Item("a", ["b"])

            def test_label(self):
                self.assertEqual(self.item.label(), "a: b")
        """;

    private const string Readme =
        """
        # Items

        Set `ITEMS` and run:

            flask run
        """;

    /// <summary>Begins a rehearsal where a second thread has a processor to itself; nobody waits for its end or asks whether it failed.</summary>
    /// <param name="args">The words of the command line, which take a while to be read themselves.</param>
    public static void Begin(string[] args, Action rehearse)
    {
        if (Environment.ProcessorCount > 1 && !AskForOneThread(args)) _ = Task.Run(rehearse);
    }

    /// <summary>Whether arguments ask for a scan on one thread, in one of the ways an option is written.</summary>
    internal static bool AskForOneThread(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "-j1" or "-j=1" or "-j:1" or "--jobs=1" or "--jobs:1") return true;
            if (args[i] is "-j" or "--jobs" && i + 1 < args.Length && args[i + 1] == "1") return true;
        }

        return false;
    }

    public static void Run()
    {
        var files = RepositoryFiles.InMemory(("app.py", Application), ("tests/test_app.py", Test), ("README.md", Readme));
        var options = new AnalysisOptions
        {
            Jobs = 1,
            Today = DateOnly.MinValue,
            Knowledge = LibraryTables.Knowledge,
            ApplicationConstructors = LibraryTables.ApplicationConstructors,
            ReadsRepositorySettings = false,
        };
        AnalysisDriver.Run(files, options, RuleCatalogue.All);
    }
}
