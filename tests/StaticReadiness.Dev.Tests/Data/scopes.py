"""Every rule of the language reference's chapter on naming and binding, once."""
import os.path as p, sys
import a.b.c
from m import *
from n import x as y

total = 0
type Alias[T: int] = list[T]


def outer(a, /, b: int = total, *args, c=1, **kw) -> "str":
    global counter, total
    counter = 1
    local = a

    def inner():
        nonlocal local
        local = b
        return [local + z for z in args if (last := z)], last, kw

    lam = lambda q, r=local: q + r + free
    return inner, lam, (g for g in range(3)), {k: v for k, v in kw}, __class__


free = lambda: free


class C(outer, metaclass=type):
    attr = total
    __private = 1
    values = [attr for _ in range(3)]
    nested = [[i for i in range(j)] for j in range(3)]
    gen = (attr for _ in values)

    def method(self, values):
        def deep():
            return self, super().method, values, __class__
        self.__private = self.__other
        return deep, attr, __secret

    class Inner[K: attr, *Ts, **P]:
        def generic[T: (int, K) = bool](self, x: T, *, y: K = 1) -> T:
            return lambda: (T, K, x)

    global declared
    declared = 1

    def counter(self):
        global total
        total += 1
        for i, (j, *k) in []:
            del i
        else:
            pass


def catch():
    try:
        pass
    except ValueError as error:
        print(error)
    else:
        late = lambda: error
    finally:
        last = lambda: last
    with open(p) as handle, open(sys) as (first, second):
        match handle:
            case {"a": one, **rest} if (two := one):
                return one, rest
            case [three, *four] | (three, *four):
                return three, four
            case C(attr=five) as six:
                return lambda: (five, six)
    annotated: int
    annotated2: int = 1
    (parenthesised): int = 2
    handle.attr: str = ""

    def uses():
        return annotated, annotated2, parenthesised, two

    async def agen():
        async for item in uses():
            yield [await i async for i in item]
            await [l := [m := 1 for m2 in item] for l2 in item]


def shadow(x):
    class x:
        x = x

        def get(self):
            return x
    return [x for x in x], {x: (lambda: x) for x in x}, [lambda: x for _ in x]


[module_level := w for w in (lambda: w)()]
