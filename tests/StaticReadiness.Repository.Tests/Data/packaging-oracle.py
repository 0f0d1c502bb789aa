#!/usr/bin/env python3
"""Writes what the `packaging` library says about generated versions, specifiers, requirements and markers.

    /usr/bin/python3 packaging-oracle.py COUNT SEED > packaging-sample.tsv
    python3.13 packaging-oracle.py COUNT SEED pip > …        (the packaging that pip carries)

One line a case: kind, inputs and answer, separated by tabs; `!` means that packaging refuses the input.
PackagingAgreementTests holds every line against our own answers; PACKAGING_SAMPLE names another file to hold it against.

Left out, because packaging departs from the specifications there: a clause behind `===` (it takes the comma for a part of the version),
names and extras that end in an underscore, `python_version ~= "3"` (an error only when evaluated), and before packaging 24 the
comparison of prefixes across epochs.
"""
import json
import random
import re
import sys

if sys.argv[3:] == ["pip"]:
    import pip._vendor.packaging.markers
    import pip._vendor.packaging.requirements

    for name in [name for name in sys.modules if name.startswith("pip._vendor.packaging")]:
        sys.modules[name.removeprefix("pip._vendor.")] = sys.modules[name]

import packaging
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

count, seed = int(sys.argv[1]), int(sys.argv[2])
rng = random.Random(seed)
pick = rng.choice


def chance(p):
    return rng.random() < p


def number():
    return pick(["0", "1", "2", "3", "9", "10", "11", "00", "01", "007", "100", "2024", "20240101"])


def release(parts=None):
    n = parts or pick([1, 2, 2, 2, 3, 3, 3, 4])
    return ".".join(pick(["0", "0", "1", "1", "2", "3", "10"]) if chance(0.9) else number() for _ in range(n))


def separator():
    return pick(["", "", "", ".", "-", "_"])


def version(local=True, wild=False):
    text = pick(["", "", "", "", "", "v", "V", " "]) if wild else ""
    if chance(0.06):
        text += pick(["0!", "1!", "2!"])
    text += release()
    if chance(0.3):
        words = ["a", "b", "rc"] if not wild else ["a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "ALPHA", "Rc"]
        text += (separator() if wild else "") + pick(words) + (separator() + pick(["", number()]) if wild else pick(["0", "1", "2"]))
    if chance(0.2):
        text += pick([".post", ".post1", ".post2"]) if not wild else pick(["-" + number(), separator() + pick(["post", "rev", "r", "POST"]) + separator() + pick(["", number()])])
    if chance(0.2):
        text += pick([".dev0", ".dev1", ".dev2"]) if not wild else separator() + pick(["dev", "DEV"]) + separator() + pick(["", number()])
    if local and chance(0.12):
        text += "+" + pick(["local", "ubuntu.1", "1", "1.2", "abc", "10", "9", "a.1", "1.a", "ABC"] if not wild else ["local-1", "Ubuntu_1", "01.2", "a..b", "", "a-"])
    return text


def broken(text):
    if not text:
        return "."
    at = rng.randrange(len(text))
    return pick([text[:at] + text[at + 1:], text[:at] + pick(list(".-_+!*=<>~ax0, ")) + text[at:], text[:at] + pick(list("Xé/:;")) + text[at + 1:]])


def some_version():
    text = version(wild=chance(0.5))
    return broken(text) if chance(0.15) else text


def clause():
    operator = pick(["==", "==", "!=", ">=", ">=", "<=", "<", ">", "~=", "==="])
    text = version(local=operator in ("==", "!=", "==="), wild=chance(0.1) and operator != "~=")
    if operator in ("==", "!=") and chance(0.4):
        text = release() + ".*"
    return operator + pick(["", "", " "]) + text


def clauses(counts):
    found = [clause() for _ in range(pick(counts))]
    return pick([",", ", ", " , "]).join([c for c in found if not c.startswith("===")] + [c for c in found if c.startswith("===")][:1])


def specifier():
    text = clauses([0, 1, 1, 1, 2, 2, 3])
    return broken(text) if chance(0.1) else text


NAMES = ["requests", "Django", "zope.interface", "typing_extensions", "a", "A-b_C.d", "ruamel.yaml", "x--y", "backports.ssl-match", "0x", "pip2-", "-pip", "ü"]
ENVIRONMENTS = [
    {"python_version": "3.8", "python_full_version": "3.8.10", "sys_platform": "linux", "os_name": "posix", "platform_machine": "x86_64", "platform_system": "Linux", "platform_python_implementation": "CPython", "implementation_name": "cpython", "implementation_version": "3.8.10", "platform_release": "5.10.0", "platform_version": "1.2", "extra": ""},
    {"python_version": "3.13", "python_full_version": "3.13.0rc1", "sys_platform": "win32", "os_name": "nt", "platform_machine": "AMD64", "platform_system": "Windows", "platform_python_implementation": "PyPy", "implementation_name": "pypy", "implementation_version": "7.3", "platform_release": "10", "platform_version": "10.0.19045", "extra": "test"},
    {"python_version": "3.10", "python_full_version": "3.10.0", "sys_platform": "darwin", "os_name": "posix", "platform_machine": "arm64", "platform_system": "Darwin", "platform_python_implementation": "CPython", "implementation_name": "cpython", "implementation_version": "3.10.0", "platform_release": "23.1.0", "platform_version": "23", "extra": "My_Extra"},
]


def comparison():
    variable, values, operators = pick([
        ("python_version", ["3.8", "3.9", "3.10", "3", "2.7", "3.8.1"], ["<", "<=", "==", "!=", ">", ">=", "~=", "in", "not in"]),
        ("python_full_version", ["3.8.10", "3.10.0", "3.13.0rc1", "3.13"], ["<", "<=", "==", "!=", ">", ">="]),
        ("sys_platform", ["linux", "win32", "darwin", "linux2", "win"], ["==", "!=", "in", "not in"]),
        ("os_name", ["nt", "posix"], ["==", "!="]),
        ("platform_machine", ["x86_64", "arm64", "AMD64 x86_64"], ["==", "!=", "in", "not in"]),
        ("platform_system", ["Linux", "Windows"], ["==", "!=", "<", ">"]),
        ("platform_python_implementation", ["CPython", "PyPy"], ["==", "!="]),
        ("python_implementation", ["CPython", "PyPy"], ["=="]),
        ("os.name", ["nt", "posix"], ["=="]),
        ("implementation_name", ["cpython"], ["==", "!="]),
        ("extra", ["test", "my-extra", "MY.EXTRA", "docs"], ["==", "!="]),
    ])
    operator = pick(operators)
    if operator == "~=":
        values = [v for v in values if "." in v]
    quote = pick("'\"")
    value = quote + pick(values) + quote
    blank = pick([" ", " ", "  "])
    if chance(0.15) and operator not in ("in", "not in", "~="):
        return value + blank + operator + blank + variable
    return variable + blank + operator + blank + value


def marker(depth=0):
    if depth < 2 and chance(0.35):
        inner = pick([" and ", " or "]).join(marker(depth + 1) for _ in range(pick([2, 2, 3])))
        return "(" + inner + ")" if chance(0.6) else inner
    return comparison()


def requirement():
    text = pick(NAMES[:10] if chance(0.93) else NAMES)
    if chance(0.3):
        text += pick(["", " "]) + "[" + pick([",", ", ", " ,"]).join(pick(["test", "Docs", "a_b", "security", "x.y"]) for _ in range(pick([0, 1, 1, 2, 3]))) + "]"
    if chance(0.15):
        text += pick([" @ ", "@", "@ "]) + pick(["https://example.org/a-1.0.tar.gz", "git+https://example.org/a.git@v1#egg=a", "file:///tmp/a.whl", "https://example.org/a.zip;x"])
        if chance(0.4):
            text += pick([" ; ", " ;", ";"]) + marker()
        return text
    versions = clauses([0, 1, 1, 2, 3])
    if versions and chance(0.15):
        versions = "(" + versions + ")"
    text += pick(["", "", " "]) + versions
    if chance(0.4):
        text += pick(["; ", ";", " ; "]) + marker()
    return broken(text) if chance(0.12) else text


def refuses(function):
    try:
        return function()
    except Exception:
        return "!"


def emit(*fields):
    if not any("\n" in f or "\t" in f for f in fields):
        print("\t".join(fields))


def across_epochs(spec, candidate):
    return packaging.__version__ < "24" and ("!" in spec.replace("!=", "")) != ("!" in candidate)


def departs(text):
    """Whether packaging accepts what the specification does not, or the reverse, or folds clauses such as `>1,>1.0`."""
    try:
        r = Requirement(text)
    except Exception:
        return "===" in text and "," in text.split("===")[1].split(";")[0]
    written = re.findall("===|==|~=|!=|<=|>=|<|>", text.split(";")[0])
    return any(n.endswith("_") for n in [r.name, *r.extras]) or (not r.url and len(r.specifier) < len(written))


def parsed(text):
    r = Requirement(text)
    return json.dumps([r.name, sorted(r.extras), sorted(str(s) for s in r.specifier), r.url, [r.marker.evaluate(e) for e in ENVIRONMENTS] if r.marker else None], ensure_ascii=False, separators=(",", ":"))


emit("packaging", packaging.__version__)
for environment in ENVIRONMENTS:
    emit("environment", json.dumps(environment))
for _ in range(count):
    text = some_version()
    emit("version", text, refuses(lambda: str(Version(text))))
    left, right = version(), version()
    if chance(0.3):
        right = left + pick([".0", ".dev1", "rc1", ".post1", "+1", ""])
    if refuses(lambda: str(Version(left))) != "!" and refuses(lambda: str(Version(right))) != "!":
        emit("compare", left, right, str((Version(left) > Version(right)) - (Version(left) < Version(right))))
    spec = specifier()
    emit("set", spec, refuses(lambda: ",".join(sorted(str(s) for s in SpecifierSet(spec)))))
    for candidate in (version(), version()):
        for pre in (None, True, False):
            answer = refuses(lambda: str(SpecifierSet(spec).contains(Version(candidate), prereleases=pre)))
            if refuses(lambda: str(SpecifierSet(spec))) != "!" and answer != "!" and not across_epochs(spec, candidate):
                emit("contains", spec, candidate, str(pre), answer)
    text = requirement()
    if not departs(text):
        emit("requirement", text, refuses(lambda: parsed(text)))
    text = marker()
    emit("marker", text, refuses(lambda: json.dumps([Marker(text).evaluate(e) for e in ENVIRONMENTS], separators=(",", ":"))))
    name = pick(NAMES) + pick(["", "-X", "__y", ".Z", "..a"])
    emit("name", name, canonicalize_name(name))
