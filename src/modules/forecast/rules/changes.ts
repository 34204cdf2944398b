import { type PartChange, ratioChange, totalChange } from '../../../methods/decompose.ts'
import type { Change, SegmentChange } from '../routes/changes.ts'
import { printed, printedChange } from './words.ts'

export type Taken = Pick<Change, 'before' | 'after' | 'all' | 'segments' | 'refused'>
type Effects = NonNullable<Change['all']>

const mostLines = 50

/**
 * The change of a metric taken apart by segment. A ratio by mix and rate; a sum by volume, mix and rate, its
 * denominator being what it is a share of, or itself. Segments beyond the fifty largest changes stand in one line.
 */
export function takenApart(parts: readonly PartChange[], isRatio: boolean): Taken {
  const none = { before: null, after: null, all: null, segments: [] }
  const negative = parts.some(
    ({ before, after }) => (before?.denominator ?? 0) < 0 || (after?.denominator ?? 0) < 0,
  )
  if (negative)
    return { ...none, refused: 'A segment is below 0, so shares of the whole make no sense here.' }
  const found = isRatio ? withoutVolume(ratioChange(parts)) : totalChange(parts)
  if ('refused' in found) return { ...none, refused: found.refused }
  const sides = new Map(parts.map((part) => [part.segment, part]))
  const scale = Math.max(Math.abs(found.before), Math.abs(found.after))
  const lines = found.segments.map(({ segment, ...effects }) => {
    const { before, after } = sides.get(segment)!
    const ends = { before: sizeOf(before, isRatio), after: sizeOf(after, isRatio) }
    return { segment: segmentOf(segment), segments: 1, ...ends, ...tidy(effects, scale) }
  })
  return {
    before: found.before,
    after: found.after,
    all: tidy(found.all, scale),
    segments: gathered(lines, isRatio),
    refused: null,
  }
}

/** What rounding leaves of an effect that is none. */
function tidy(effects: Effects, scale: number): Effects {
  const cut = (value: number) => (Math.abs(value) <= 1e-12 * scale ? 0 : Number(value.toPrecision(12)))
  const { volume, mix, rate, unmatched, change } = effects
  return {
    volume: cut(volume),
    mix: cut(mix),
    rate: cut(rate),
    unmatched: cut(unmatched),
    change: cut(change),
  }
}

const withoutVolume = (found: ReturnType<typeof ratioChange>) =>
  'refused' in found
    ? found
    : {
        ...found,
        all: { volume: 0, ...found.all },
        segments: found.segments.map((one) => ({ volume: 0, ...one })),
      }

function sizeOf(side: PartChange['before'], isRatio: boolean): number | null {
  if (!isRatio) return side?.numerator ?? 0
  return side && side.denominator > 0 ? side.numerator / side.denominator : null
}

/** Blank is a segment of its own and never mistaken for a text. */
export const segmentKey = (label: string | null): string => JSON.stringify(label)
const segmentOf = (key: string): string | null => JSON.parse(key) as string | null

function gathered(lines: SegmentChange[], isRatio: boolean): SegmentChange[] {
  if (lines.length <= mostLines) return lines
  const rest = lines.slice(mostLines - 1)
  const sum = (of: (one: SegmentChange) => number) => rest.reduce((total, one) => total + of(one), 0)
  const names = ['volume', 'mix', 'rate', 'unmatched', 'change'] as const
  const effects = Object.fromEntries(names.map((name) => [name, sum((one) => one[name])])) as Effects
  const side = (name: 'before' | 'after') => (isRatio ? null : sum((one) => one[name] ?? 0))
  const last = {
    segment: null,
    segments: rest.length,
    before: side('before'),
    after: side('after'),
    ...effects,
  }
  return [...lines.slice(0, mostLines - 1), last]
}

/** What changed, in a sentence or two: from where to where, and the segment that contributed most, whichever way. */
export function changeFinding(
  change: Pick<Change, 'title' | 'unit' | 'currency' | 'by' | 'effects'> & Taken,
): string | null {
  const { before, after, all, segments, title, unit, currency } = change
  if (before === null || after === null || all === null) return null
  if (all.change === 0) return `${title} stayed at ${printed(after, unit, currency)}.`
  const verb = all.change > 0 ? 'rose' : 'fell'
  const whole = `${title} ${verb} from ${printed(before, unit, currency)} to ${printed(after, unit, currency)}.`
  const [largest] = segments
  if (!largest || largest.segments > 1 || segments.length < 2) return whole
  const sign = Math.sign(largest.change)
  const main = change.effects
    .map(({ name, words }) => ({ words, size: largest[name] * sign }))
    .sort((a, b) => b.size - a.size)[0]
  const why = main && main.size > 0 ? `, mostly by ${main.words}` : ''
  const against = sign === Math.sign(all.change) ? '' : '; the others more than made up for it'
  return `${whole} The largest part: ${largest.segment ?? 'blank'}, ${printedChange(largest.change, unit, currency)}${why}${against}.`
}
