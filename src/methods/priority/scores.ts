/** A score, or why there is none; never Infinity and never NaN. */
export type Scored = { value: number; reason: null } | { value: null; reason: string }

const scoreOf = (value: number): Scored =>
  Number.isFinite(value) ? { value, reason: null } : { value: null, reason: 'The score becomes too large.' }

/** The first sentence against the inputs of a score, or null. */
function whyNotInputs(inputs: Readonly<Record<string, number | null>>, divisor?: string): string | null {
  for (const [name, value] of Object.entries(inputs)) {
    if (value === null || Number.isNaN(value)) return `“${name}” is empty.`
    if (!Number.isFinite(value) || value < 0) return `“${name}” is ${value}; give a number from 0.`
  }
  return divisor && inputs[divisor] === 0 ? `“${divisor}” is 0, and nothing can be divided by 0.` : null
}

const judged = (reason: string | null, value: () => number): Scored =>
  reason ? { value: null, reason } : scoreOf(value())

type Given = number | null

/** Reach × impact × confidence ÷ effort. Source: S. McBride, Intercom (2016). */
export function rice(given: { reach: Given; impact: Given; confidence: Given; effort: Given }): Scored {
  const { reach, impact, confidence, effort } = given
  return judged(whyNotInputs(given, 'effort'), () => (reach! * impact! * confidence!) / effort!)
}

/** Which of its two readings an ICE score follows; stored beside the score, for they do not compare. */
export type IceReading = 'product' | 'mean'

/** Impact, confidence and ease, multiplied or averaged. Source: S. Ellis & M. Brown, "Hacking Growth" (2017). */
export function ice(given: { impact: Given; confidence: Given; ease: Given }, reading: IceReading): Scored {
  const { impact, confidence, ease } = given
  return judged(whyNotInputs(given), () =>
    reading === 'product' ? impact! * confidence! * ease! : (impact! + confidence! + ease!) / 3,
  )
}

/** (Value + time criticality + risk reduction) ÷ size. Source: Scaled Agile Framework, weighted shortest job first. */
export function wsjf(given: {
  value: Given
  'time criticality': Given
  'risk reduction': Given
  size: Given
}): Scored {
  const delay = () => given.value! + given['time criticality']! + given['risk reduction']!
  return judged(whyNotInputs(given, 'size'), () => delay() / given.size!)
}

/** Cost of delay a day ÷ days of work. Source: D. Reinertsen, "The Principles of Product Development Flow" (2009). */
export function cd3(given: { 'cost of delay': Given; duration: Given }): Scored {
  return judged(whyNotInputs(given, 'duration'), () => given['cost of delay']! / given.duration!)
}
