/**
 * Numbers rounded to a step so that they sum to `total` rounded to it: each is rounded down, then what is missing goes
 * step by step to the largest fractions (largest remainder, Hamilton), the earlier first when they are equal. `total`
 * is their sum unless it is given, and lies less than one step per number from it. Answers steps, as whole numbers.
 */
export function roundedTogether(
  values: readonly number[],
  step: number,
  total: number = values.reduce((sum, value) => sum + value, 0),
): number[] {
  // What doubles leave beside a whole number of steps is no fraction.
  const raw = values.map((value) => Number((value / step).toFixed(6)))
  const steps = raw.map(Math.floor)
  const left = Math.round(total / step) - steps.reduce((sum, one) => sum + one, 0)
  const fraction = (at: number) => raw[at]! - steps[at]!
  const order = [...raw.keys()].sort((a, b) => fraction(b) - fraction(a) || a - b)
  for (const at of order.slice(0, Math.max(0, left))) steps[at]! += 1
  return steps.map((one) => one + 0)
}
