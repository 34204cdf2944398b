import { figure } from '../../../ui/format/figure.ts'
import type { ExplainRequest } from '../../../ui/port/Ports.tsx'
import type { Condition } from '../../../ui/where/where.ts'
import type { Change } from '../contract.ts'
import { printedChange } from '../rules.ts'

const effects = {
  volume: {
    title: 'Volume',
    definition: 'What more or less of everything made, were its parts and rates as before.',
    formula: 'change of the whole × share before × rate before',
  },
  mix: {
    title: 'Mix',
    definition: 'What a shift between the segments made, were the rates as before.',
    formula: 'whole after × change of the share × rate before',
  },
  rate: {
    title: 'Rate',
    definition: 'What a change of the rate within the segments made.',
    formula: 'volume after × change of the rate',
  },
  change: {
    title: 'Change',
    definition: 'The figure after less the figure before; its effects add up to it.',
    formula: 'after − before',
  },
}
export type EffectName = keyof typeof effects
type Line = { before: number | null; after: number | null; change: number; unmatched: number } & Partial<
  Record<'volume' | 'mix' | 'rate', number | null>
>

/** All segments as one line. */
export const wholeOf = ({ before, after, all }: Change): Line | null => all && { before, after, ...all }

/** An effect of a change, or the change itself, of one line or the whole. */
export function changeRequest(
  data: Change,
  line: Line,
  name: EffectName,
  of: string,
  where: Condition[],
): ExplainRequest {
  const { title, definition, formula } = effects[name]
  const print = (value: number | null) => figure(value, data.unit, data.currency ?? undefined)
  const parts = data.effects.map((one) => ({
    name: effects[one.name].title,
    value: printedChange(line[one.name] ?? 0, data.unit, data.currency),
  }))
  const unmatched = line.unmatched
    ? [{ name: 'What nothing explains', value: printedChange(line.unmatched, data.unit, data.currency) }]
    : []
  return {
    metric: data.metric,
    ...data.period,
    where,
    derived: {
      label: `${title} of ${of}`,
      value: name === 'change' ? line.change : line[name],
      unit: data.unit,
      currency: data.currency ?? undefined,
      definition: `${definition} The rows are those of the period; those before are behind the figure before.`,
      formula,
      parts: [
        { name: 'Before', value: print(line.before) },
        { name: 'After', value: print(line.after) },
        ...parts,
        ...unmatched,
        { name: 'Change', value: printedChange(line.change, data.unit, data.currency) },
      ],
    },
  }
}
