const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Why the `from` and `to` of an input make no period, or null: one that ends before it begins would answer 0. */
export function whyNotInOrder(input: unknown): string | null {
  const { from, to } = (input ?? {}) as { from?: unknown; to?: unknown }
  if (!isDay(from) || !isDay(to) || from <= to) return null
  return `The period begins on ${from} and ends before that, on ${to}: turn the two days round.`
}
