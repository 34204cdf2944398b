/** An order as the load of its line sees it; amounts are in the line's currency. */
export type Ordered = {
  id: string
  isOpen: boolean
  /** What was ordered: the amount of a standard order, the sum of the releases of a blanket one. */
  ordered: number
}
/** An invoice that is booked; `order` is null where there is none. */
export type Billed = { order: string | null; minor: number }

export type Load = {
  /** Invoices. */
  actual: number
  /** What open orders may still bring: the part of each that no invoice has used up. */
  committed: number
  /** `actual` and `committed` together. */
  load: number
}

/**
 * What weighs on a line: invoices without an order, invoices on closed orders, and of each open order the larger of
 * the order and its invoices; and what was committed without an order, such as positions.
 */
export function loadOf(
  orders: readonly Ordered[],
  invoices: readonly Billed[],
  others: readonly { minor: number }[] = [],
): Load {
  if (orders.length + invoices.length + others.length === 0) return { actual: 0, committed: 0, load: 0 }
  const billed = new Map<string | null, number>()
  for (const one of invoices) billed.set(one.order, (billed.get(one.order) ?? 0) + one.minor)
  const actual = invoices.reduce((sum, one) => sum + one.minor, 0)
  const committed = orders
    .filter((one) => one.isOpen)
    .reduce(
      (sum, one) => sum + Math.max(0, one.ordered - (billed.get(one.id) ?? 0)),
      others.reduce((sum, one) => sum + one.minor, 0),
    )
  return { actual, committed, load: actual + committed }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

export type Standing = Load & {
  /** The plan, with what was moved in and out. */
  allocation: number
  /** What is not invoiced yet. */
  remaining: number
  /** What is not spoken for; a placeholder has reserved all of its allocation. */
  available: number
}

/** Where a line stands between what it was given and what weighs on it. */
export function standingOf(
  line: { plan: readonly number[]; moved: number; isPlaceholder: boolean },
  load: Load,
): Standing {
  const allocation = sum(line.plan) + line.moved
  const available = line.isPlaceholder ? 0 : allocation - load.load
  return { ...load, allocation, remaining: allocation - load.actual, available }
}
