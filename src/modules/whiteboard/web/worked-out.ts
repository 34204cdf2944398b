import type { Comparison, Option } from '../../../methods/whiteboard.ts'
import { money } from '../../../ui/format/number.ts'
import type { Derived } from '../../../ui/port/Ports.tsx'
import { written } from '../rules.ts'

const said = (value: number | null, print: (value: number) => string): string =>
  value === null ? 'not said' : print(value)

const partsOf = ({ volume, percent, unitValue }: Option, currency: string) => [
  { name: 'Volume', value: said(volume, written) },
  { name: 'Rate', value: said(percent, (one) => `${written(one)} %`) },
  { name: 'Value of each', value: said(unitValue, (one) => money(one, currency)) },
]

/** What an option comes to: worked out from what was typed, so there are no rows behind it. */
export const outcomeOf = (
  name: string,
  option: Option,
  measure: 'result' | 'money',
  value: number | null,
  currency: string,
): Derived => ({
  label: `${measure === 'money' ? 'Money' : 'Result'} of ${name}`,
  value,
  unit: measure === 'money' ? 'money' : 'number',
  currency,
  definition: 'Worked out from what was typed on this board; nothing of it was measured.',
  formula: measure === 'money' ? 'volume × rate × value of each' : 'volume × rate',
  parts: partsOf(option, currency),
})

/** What one option would need to come to what the other comes to. */
export function neededOf(
  name: string,
  option: Option,
  what: 'percent' | 'volume',
  value: number | null,
  { measure, outcomes }: Comparison,
  at: 0 | 1,
  currency: string,
): Derived {
  const target = outcomes[at === 0 ? 1 : 0][measure ?? 'result'] ?? 0
  const each = measure === 'money' ? ' × value of each' : ''
  return {
    label: `${what === 'percent' ? 'Rate in %' : 'Volume'} at which ${name} comes to the same`,
    value,
    unit: 'number',
    definition: 'With all else of the option as it is, it then comes to what the other comes to.',
    formula:
      what === 'percent'
        ? `what the other comes to × 100 ÷ (volume${each})`
        : `what the other comes to × 100 ÷ (rate in %${each})`,
    parts: [
      {
        name: 'What the other comes to',
        value: measure === 'money' ? money(target, currency) : written(target),
      },
      ...partsOf(option, currency),
    ],
  }
}
