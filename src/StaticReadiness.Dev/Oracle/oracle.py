"""Answers requests, one JSON object a line, about what this Python makes of a source; used by the dev commands that compare."""
import ast
import hashlib
import json
import sys
import symtable
import threading
import warnings


def judge(source):
    """The verdict of compile(), and which part of it refuses: parsing, symbols (and features), or compilation."""
    try:
        compile(source, "source.py", "exec", dont_inherit=True)
        return {"ok": True}
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        return {"ok": False, "phase": phase_of(source), "kind": type(error).__name__,
                "line": getattr(error, "lineno", None) or 0, "column": getattr(error, "offset", None) or 0,
                "message": getattr(error, "msg", None) or str(error)}


def phase_of(source):
    for phase, attempt in (("parsing", lambda: ast.parse(source)), ("symbols", lambda: symtable.symtable(source, "source.py", "exec"))):
        try:
            attempt()
        except Exception:
            return phase
    return "compilation"


def dump(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        return ast.dump(ast.parse(source), include_attributes=True), None
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return None, f"{type(error).__name__}: {error}"


FLAGS = ("global", "local", "free", "parameter", "imported", "assigned", "referenced", "namespace", "nonlocal", "declared_global", "annotated")


def scopes(path):
    """The symbol tables of a file, in the form of `dev symtable`."""
    with open(path, "rb") as file:
        source = file.read()
    try:
        return describe(symtable.symtable(source, path, "exec"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def describe(table):
    children = table.get_children()
    # symtable takes every table named "top" for the module's: say what the scope is by its type
    symbols = {name: symtable.Symbol(name, flags, [child for child in children if child.get_name() == name], module_scope=table.get_type() == "module")
               for name, flags in table._table.symbols.items()}
    return {"type": str(table.get_type()), "name": table.get_name(), "line": table.get_lineno(),
            "symbols": {name: [flag for flag in FLAGS if getattr(symbol, "is_" + flag)()] for name, symbol in sorted(symbols.items())},
            "children": [describe(child) for child in children]}


def answer(request):
    if "symtable" in request:
        return {"scopes": scopes(request["symtable"])}
    if "source" in request:
        return judge(request["source"])
    if "judge" in request:
        with open(request["judge"], "rb") as file:
            return judge(file.read())
    text, error = dump(request["dump"])
    if text is None:
        return {"ok": False, "message": error}
    encoded = text.encode("utf-8", "backslashreplace")
    reply = {"ok": True, "hash": hashlib.sha256(encoded).hexdigest()}
    if request.get("text"):
        reply["text"] = encoded.decode()
    return reply


def serve():
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    threading.stack_size(512 * 1024 * 1024)
    sys.setrecursionlimit(100000)
    thread = threading.Thread(target=serve)
    thread.start()
    thread.join()
