import type { Link } from '../../../ui/chart/shape.ts'

export type Step = { from: string; to: string; journeys: number }
type Lead = { from: string; to: string }
/** `leads` are the steps each link stands for: several where smaller channels stand together. */
export type Flow = { categories: string[]; layers: number[]; links: Link[]; leads: Lead[][] }
type Folded = Step & { leads: Lead[] }

const others = 'Other channels'
const ends = new Set(['Won', 'Lost'])

/**
 * Steps between channels go round in circles, which no flow can draw. So every channel stands twice: where a step sets
 * out from and where it leads to, between the start and the end. Nothing is left out by that.
 */
export function layered(steps: Step[], most = 10): Flow {
  const kept = largest(steps, most)
  const flow: Flow = { categories: [], layers: [], links: [], leads: [] }
  const places = new Map<string, number>()
  const place = (name: string, layer: number): number => {
    const key = `${layer} ${name}`
    const known = places.get(key) ?? flow.categories.length
    if (!places.has(key)) {
      places.set(key, known)
      flow.categories.push(name)
      flow.layers.push(layer)
    }
    return known
  }
  for (const { from, to, journeys, leads } of folded(steps, kept)) {
    const layer = from === 'Start' ? 0 : ends.has(to) ? 2 : 1
    flow.links.push({ from: place(from, layer), to: place(to, layer + 1), value: journeys })
    flow.leads.push(leads)
  }
  return flow
}

const isEnd = (name: string) => name === 'Start' || ends.has(name)

/** The channels most steps touch. */
function largest(steps: Step[], most: number): Set<string> {
  const sizes = new Map<string, number>()
  for (const { from, to, journeys } of steps)
    for (const name of [from, to]) if (!isEnd(name)) sizes.set(name, (sizes.get(name) ?? 0) + journeys)
  const sorted = [...sizes].sort(([, a], [, b]) => b - a).map(([name]) => name)
  return new Set(sorted.slice(0, sorted.length > most ? most - 1 : most))
}

/** Steps of the smaller channels put together, the largest first. */
function folded(steps: Step[], kept: Set<string>): Folded[] {
  const name = (one: string) => (isEnd(one) || kept.has(one) ? one : others)
  const sums = new Map<string, Folded>()
  for (const { from, to, journeys } of steps) {
    const step = { from: name(from), to: name(to), journeys, leads: [{ from, to }] }
    const key = JSON.stringify([step.from, step.to])
    const before = sums.get(key)
    sums.set(
      key,
      before
        ? { ...before, journeys: before.journeys + journeys, leads: [...before.leads, ...step.leads] }
        : step,
    )
  }
  return [...sums.values()].sort((a, b) => b.journeys - a.journeys)
}

/** The step between two channels that most journeys took. */
export function stepFinding(steps: Step[]): string {
  const between = steps.filter(({ from, to }) => !isEnd(from) && !isEnd(to))
  const [first] = between.sort((a, b) => b.journeys - a.journeys)
  return first ? `The most frequent step leads from ${first.from} to ${first.to}` : 'From touch to sale'
}

export type Piece = string | null | { more: number }

/** A long path by its beginning and its end. */
export function shortened(channels: (string | null)[], most = 8): Piece[] {
  if (channels.length <= most) return channels
  const head = Math.ceil((most - 1) / 2)
  const tail = most - 1 - head
  return [...channels.slice(0, head), { more: channels.length - head - tail }, ...channels.slice(-tail)]
}
