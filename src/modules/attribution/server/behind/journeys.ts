import type { Journeys } from '../../../../methods/attribution.ts'
import type { Place } from '../journeys-of.ts'
import type { Line, Page } from './told.ts'

export type Journey = {
  at: number
  path: string
  sales: number
  value: number
  nulls: number
  /** Different channels in it, which share alike by Shapley value. */
  channels: number
}

/** The journeys that hold a channel, or all, those with most sales first. */
export function journeysWith(journeys: Journeys, channel: string | null): Journey[] {
  const wanted = channel === null ? null : journeys.channels.indexOf(channel)
  const found: Journey[] = []
  for (let at = 0; at + 1 < journeys.starts.length; at += 1) {
    const steps = journeys.steps.subarray(journeys.starts[at]!, journeys.starts[at + 1]!)
    if (wanted !== null && !steps.includes(wanted)) continue
    found.push({
      at,
      path: pathOf(journeys, steps),
      sales: journeys.conversions[at]!,
      value: journeys.values[at]!,
      nulls: journeys.nulls[at]!,
      channels: new Set(steps).size,
    })
  }
  return found.sort((a, b) => b.sales - a.sales || b.nulls - a.nulls || a.at - b.at)
}

const longest = 24

/** The channels in order; the middle of a very long journey is counted only. */
function pathOf({ channels }: Journeys, steps: Int32Array): string {
  const names = (part: Int32Array) => Array.from(part, (step) => channels[step])
  if (steps.length <= longest) return names(steps).join(' → ')
  const half = longest / 2
  const left = `… ${steps.length - longest} more …`
  return [...names(steps.subarray(0, half)), left, ...names(steps.subarray(-half))].join(' → ')
}

type Paged = {
  columns: string[]
  adds: string | null
  lines: Line[]
  places: Place[]
  batches: Map<number, number>
}

/** Rows that are held already, a page of them at a time. */
export const pageOfLines =
  ({ columns, adds, lines, places, batches }: Paged) =>
  async (limit: number, offset: number): Promise<Page> => ({
    columns,
    items: lines.slice(offset, offset + limit).map((line) => ({ ...line, ...places[line.at as number] })),
    total: lines.length,
    sum: adds ? lines.reduce((sum, line) => sum + Number(line[adds]), 0) : null,
    batches: places.length > 0 ? counted(lines.map((line) => places[line.at as number]!.batch)) : batches,
  })

function counted(batches: number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const batch of batches) counts.set(batch, (counts.get(batch) ?? 0) + 1)
  return counts
}
