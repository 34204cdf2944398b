type Part = {
  name: string
  state: string
  steps: number
  done: number
  late: number
  backUps: number
  rehearsed: number
  fits: boolean
}

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`
const of = (part: number, whole: string): string => `${part} of ${whole}`
const sum = (parts: readonly Part[], value: (part: Part) => number): number =>
  parts.reduce((all, part) => all + value(part), 0)

/** How ready a launch is by what its campaigns say, in one sentence with its counts. Stopped ones do not count. */
export function readinessOf(all: readonly Part[]) {
  const parts = all.filter((one) => one.state !== 'stopped')
  const counts = {
    campaigns: parts.length,
    approved: parts.filter((one) => one.state === 'approved').length,
    steps: sum(parts, (one) => one.steps),
    done: sum(parts, (one) => one.done),
    late: sum(parts, (one) => one.late),
    covered: parts.filter((one) => one.backUps > 0).length,
    rehearsed: parts.filter((one) => one.rehearsed > 0).length,
  }
  const apart = parts.filter((one) => !one.fits).length
  const isReady =
    parts.length > 0 &&
    apart === 0 &&
    counts.approved === parts.length &&
    counts.done === counts.steps &&
    counts.rehearsed === parts.length
  return { ...counts, isReady, says: wordsOf(counts, { apart, isReady }) }
}

type Counts = Record<'campaigns' | 'approved' | 'steps' | 'done' | 'late' | 'covered' | 'rehearsed', number>

function wordsOf(counts: Counts, { apart, isReady }: { apart: number; isReady: boolean }): string {
  if (counts.campaigns === 0) return 'No campaign serves it yet.'
  const campaigns = many(counts.campaigns, 'campaign')
  const steps =
    counts.steps === 0
      ? 'no steps planned'
      : `${of(counts.done, many(counts.steps, 'step'))} done${counts.late > 0 ? `, ${counts.late} late` : ''}`
  const words = [
    `${of(counts.approved, campaigns)} approved`,
    steps,
    `${counts.rehearsed} with a rehearsed back-up plan`,
    ...(apart > 0 ? [`${apart} planned for another day`] : []),
  ]
  return `${isReady ? 'Ready' : 'Not ready'}: ${words.join('; ')}.`
}
