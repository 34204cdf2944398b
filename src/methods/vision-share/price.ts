/** Work that is planned in a window and could give way; `isVision` where it leads up to a goal of the vision. */
export type Planned = { id: string; amount: number; isVision: boolean }

export type Price = {
  /** The planned share before and after, 0 to 1; null where nothing is planned. */
  before: number | null
  after: number | null
  /** By how many percentage points the planned share moves, below 0 where it falls; null where there was none. */
  points: number | null
  /** What gives way, in the order given, the last perhaps in part. */
  displaced: { id: string; amount: number; isVision: boolean }[]
  /** What fits nowhere even when all that could give way does. */
  tooMuch: number
}

const isAmount = (value: number): boolean => value >= 0 && Number.isFinite(value)

/** The sentence that refuses to price a request, or null. */
export function whyNotPrice(
  request: { amount: number },
  plan: readonly Planned[],
  capacity: number,
): string | null {
  if (!(request.amount > 0 && Number.isFinite(request.amount)))
    return `A request of ${request.amount} hours has no price; estimate it with a number above 0.`
  if (!isAmount(capacity)) return `A capacity of ${capacity} hours is none; give a number from 0.`
  const wrong = plan.find((one) => !isAmount(one.amount))
  return wrong ? `“${wrong.id}” is planned with ${wrong.amount} hours; give a number from 0.` : null
}

/**
 * By how much a request would move the planned vision share of a team in a window. What is free is used first; for the
 * rest, planned work gives way in the order of `plan`, so that a request which displaces vision work costs twice. With
 * `fixed` ids, those stay. Amounts are hours, or points throughout. Throws RangeError with the sentence of `whyNotPrice`.
 */
export function priceOf(
  request: { amount: number; isVision: boolean },
  {
    plan,
    capacity,
    fixed = new Set(),
  }: { plan: readonly Planned[]; capacity: number; fixed?: ReadonlySet<string> },
): Price {
  const reason = whyNotPrice(request, plan, capacity)
  if (reason) throw new RangeError(reason)
  const total = sumOf(plan)
  const vision = sumOf(plan.filter((one) => one.isVision))
  const short = request.amount - Math.max(0, capacity - total)
  const { displaced, left } = displace(
    plan.filter((one) => !fixed.has(one.id)),
    Math.max(0, short),
  )
  const lost = sumOf(displaced.filter((one) => one.isVision))
  const before = shareOf(vision, total)
  const after = shareOf(
    vision - lost + (request.isVision ? request.amount : 0),
    total - sumOf(displaced) + request.amount,
  )
  const points = before === null || after === null ? null : (after - before) * 100
  return { before, after, points, displaced, tooMuch: left }
}

function displace(plan: readonly Planned[], amount: number) {
  let left = amount
  const displaced: Planned[] = []
  for (const one of plan) {
    const taken = Math.min(left, one.amount)
    if (taken <= 0) continue
    displaced.push({ ...one, amount: taken })
    left -= taken
  }
  return { displaced, left }
}

const sumOf = (all: readonly { amount: number }[]): number => all.reduce((sum, one) => sum + one.amount, 0)
const shareOf = (vision: number, total: number): number | null =>
  total > 0 ? Math.min(1, Math.max(0, vision / total)) : null
