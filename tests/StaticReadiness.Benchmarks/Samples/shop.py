"""A small order service: the kind of code most repositories hold."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

logger = logging.getLogger(__name__)
TAX_RATES: Mapping[str, Decimal] = {"de": Decimal("0.19"), "fr": Decimal("0.20"), "nl": Decimal("0.21")}
DEFAULT_TIMEOUT = 2.5


class OutOfStock(Exception):
    """Raised when a line asks for more than the shelves hold."""

    def __init__(self, sku: str, wanted: int, available: int = 0) -> None:
        super().__init__(f"{sku}: wanted {wanted:>4}, only {available!r} left")
        self.sku = sku


@dataclass(frozen=True, slots=True)
class Line:
    sku: str
    quantity: int
    price: Decimal = field(default=Decimal(0), repr=False)

    @property
    def total(self) -> Decimal:
        return (self.price * self.quantity).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


class Basket:
    def __init__(self, lines: Iterable[Line] = (), *, country: str = "de", **options) -> None:
        self.lines = list(lines)
        self.country = country
        self._options = {**options, "rounded": options.get("rounded", True)}

    def total(self, *, with_tax: bool = True) -> Decimal:
        net = sum((line.total for line in self.lines if line.quantity > 0), Decimal(0))
        return net * (1 + TAX_RATES[self.country]) if with_tax and self.country in TAX_RATES else net

    async def reserve(self, warehouse, retries: int = 3) -> dict[str, int]:
        reserved: dict[str, int] = {}
        for attempt in range(1, retries + 1):
            try:
                async with asyncio.timeout(DEFAULT_TIMEOUT), warehouse.session() as session:
                    for line in self.lines:
                        if (left := await session.take(line.sku, line.quantity)) < 0:
                            raise OutOfStock(line.sku, line.quantity, available=line.quantity + left)
                        reserved[line.sku] = reserved.get(line.sku, 0) + line.quantity
            except (TimeoutError, ConnectionError) as error:
                logger.warning("attempt %d of %d failed: %s", attempt, retries, error)
                await asyncio.sleep(0.1 * 2 ** attempt)
            else:
                break
            finally:
                logger.debug("reserved so far: %s", ", ".join(f"{k}={v}" for k, v in sorted(reserved.items())))
        return reserved


def describe(event: object) -> str:
    match event:
        case {"kind": "paid", "amount": amount, **rest} if amount > 0:
            return f"paid {amount} ({len(rest)} more facts)"
        case Line(sku=sku, quantity=0 | 1) | (sku, *_):
            return f"a single {sku}"
        case [] | None:
            return "nothing"
        case _:
            return repr(event)[:80]


class Node[T]:
    children: list[Node[T]]

    def walk(self, depth: int = 0):
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)


fastest = lambda orders, /, key=None: min(orders, key=key or (lambda o: o.total()), default=None)
matrix = [[row * 10 + column for column in range(10) if column % 2 == 0] for row in range(-5, 5)]
assert all(isinstance(cell, int) and -60 < cell <= 60 for row in matrix for cell in row), "out of range"
