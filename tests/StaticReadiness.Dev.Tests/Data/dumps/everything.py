#!/usr/bin/env python3
"""Every statement and expression of Python 3.13, with é, 😀 and 漢字 before what is measured."""
from __future__ import annotations, generator_stop
import os, sys as system, a.b.c, d.e as f
from . import (x, y as z,)
from ...pkg.mod import *
@decorator @ matrix
@other(1, *args, key=2, **kwargs)
async def coroutine(a, /, b: int = 1, *c: *Ts, d, e: str = 'é', **f: dict) -> 'result':
    """doc 😀"""; await a
    async with open(a) as g, lock: pass
    async for (h, *i), j.k in aiter(b): continue
    else: return [l async for l in m if n if await o]
    return {p: q async for p, q in r}, {s for s in t}, (u async for u in v)
def generic[T: int = str, *Ts = *tuple[int, ...], **P = [int]](x: T, /) -> T: yield x; y = yield; yield from z
class Empty: ...
class Generic[T](Base, Other[T], metaclass=Meta, **options):
    x: int = 1; (y): str; self.z: 'é' = 2; w[0]: int
    def method(self): global g1, g2; nonlocal_ = 1; del self.a, b[0], (c, [d])
type Alias[T, *Ts, **P] = dict[T, *Ts] | None
def outer():
    n = 1
    def inner(): nonlocal n; n += 1; n @= 2; n //= 3; n **= 4; n >>= 5; n <<= 6; n &= 7; n ^= 8; n |= 9; n %= 10; n -= 11; n *= 12; n /= 13
if (w := len(s)) > 10: pass
elif not w: raise ValueError('x') from None
elif w: raise
else: assert w, f'{w}'
while True:
    break
else: pass
for x, in [(1,)], 2: continue
with (open('a') as f, open('b')): pass
with (a): pass
with (a, b) as c: pass
with (yield_), z as (q, [r, *t]): pass
try: pass
except (A, B) as e: pass
except C: pass
except: pass
else: pass
finally: pass
try: pass
except* ExceptionGroup as eg: pass
match command.split():
    case []: pass
    case [1, -2, 3.5, 4j, -1 - 2j, 1 + 2J, 'a' 'b', b'c', None, True, False]: pass
    case (a, *_, b) | [b, *a] if b: pass
    case {'k': v, 1: [w], cls.attr: _, **rest}: pass
    case Point(x=0, y=0) as p: pass
    case Point(1, Point(2), z=(3 | 4 as z)): pass
    case x, y,: pass
    case mod.CONST: pass
    case _: pass
match = case = type = _ = 1; match[case](type).match = match.case, *match
print(lambda: 0, lambda x, /, y=1, *a, k, d=2, **e: (yield), (lambda *, k: k)(k=1))
x = y = 1, *z, (2), (), (3,), [], [*a, b], {}, {1}, {*a, 2}, {1: 2, **a}, {"é": 漢字 if False else 1} if 0 else ... if 1 else None
ﬁ = 'é'; ℌ = ﬁ.ｗｉｄｔｈ
a = 'é😀' + b[1:2, ::3, :, 4:, *c, (5), d:e:f] @ -~+g ** -h ** i // j % k << l >> m & n ^ o | p
not a < b <= c > d >= e == f != g is h is not i in j not in k or l and not m or n if o else p
s = 'a' "b" '''c
d''' r'\n' R"\d" u'e' '\x41\101\u0042\U0001F600\N{BULLET}\
' '\ud83d\ude00' '😀' 'it\'s' "\"" '\q' '\0\08\400'
t = b'a' rb'\x' Br"\y" b'\xff\'"' b'\400'
u = u'kind' 'x', 'x' u'kind'
v = f'', f'a', f'{a}', f'{a!r:>{width}.{precision}}' 'tail' f'{{{b}}}' rf'\d{c}\{d}', f'{a=}{b = !s}{c=:x}', F"{'nested' f'{f"{deep}"}'}", f'''
{
  multi  # comment
  + line
:é}''' f"{d['k']:%H:%M}{lambda_:=1}{(lambda: 1)}{x:{'>'}{10}}{*a, b}{yield_ if y else z}{a!a}"
n = 0, 00, 1_000, 0xFF_ff, 0o1_7, 0b1_0, 1., .5, 1.5e10, 1e-7, 1E+5, 1_0.0_1e1_0, 1j, 1.5J, 1e3j, 0xffffffffffffffffffffffff, 123456789012345678901234567890
f(a, *b, c=1, *d, **e, g=(yield_), h=[i for i in j])(k for k in l)(m)[n].o(p := 1, q)
[[x for y in z if w if v for u in t] for x in (y, 2)]
if x:
	if y:
	    pass
	z
  # odd comment
w = (
    1 +

    2  # end
); x \
  = 3 ;
