namespace StaticReadiness.Python.Tests.Syntax.Parsing;

/// <summary>Sources that several tests share.</summary>
internal static class SampleSources
{
    /// <summary>A little of every statement.</summary>
    public const string Typical = """"
        """Docstring with \N{BULLET} and 'quotes'."""
        import os.path as p, sys
        from . import (a, b as c)

        @decorate(x=[1, 2], *args)
        async def fetch(url: str, /, *rest, timeout=3.0, **options) -> dict[str, int]:
            try:
                async with session.get(url, params={"q": f"{url!r:>{10}}", **options}) as (response, _):
                    while (chunk := await response.read(1024)) not in (b"", None):
                        yield chunk[::-1], -len(chunk) ** 2
            except (OSError, ValueError) as error:
                raise RuntimeError(f'failed: {error = }') from None
            else:
                return
            finally:
                del response, chunk

        class Shop[T: (int, str)](Base, metaclass=Meta):
            items: list[T] = field(default_factory=lambda: [i for i in range(10) if i % 2 == 0])

            def total(self, tax=0.19):
                global count
                match self.items:
                    case [first, *_] if first > 0 and not tax:
                        count += 1
                    case {"a": 1 | 2, **rest} | Shop(items=rest):
                        pass
                    case _:
                        return sum(i * (1 + tax) if i else 0 for i in self.items)
                for i, (j, *k) in enumerate(zip(self.items, "abc")):
                    if i is None: continue
                    elif j <= i < 10: break
                    else: print(*k, sep='\t', end="""
        """)
                assert count, "none"

        type Pair[K, V = int] = tuple[K, V]
        x = {1, *y} if (z := 3) else {k: v async for k, v in w}
        """";
}
