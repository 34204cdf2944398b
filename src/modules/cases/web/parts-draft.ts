import { minorDigits } from '../../../methods/money.ts'
import { readAmount } from '../../budget/rules.ts'
import type { Body } from '../contract.ts'

type Part = Body['parts'][number]
/** A part as it is typed: amounts as text in whole units, those of the years parted by blanks. */
export type PartDraft = Pick<Part, 'name' | 'kind' | 'basis'> & {
  once: string
  yearly: string
  metric: string
  /** What the part rested on when it was opened: its days stay while its metric does. */
  before: Part['evidence']
}

export const blankPart: PartDraft = {
  ...{ name: '', kind: 'revenue', basis: '', once: '', yearly: '', metric: '', before: null },
}

export const toDrafts = (parts: readonly Part[], currency: string): PartDraft[] => {
  const whole = (minor: number) => String(minor / 10 ** minorDigits(currency))
  return parts.map(({ name, kind, basis, once, yearly, evidence }) => ({
    ...{ name, kind, basis, metric: evidence?.metric ?? '', before: evidence },
    once: once === 0 ? '' : whole(once),
    yearly: yearly.map(whole).join(' '),
  }))
}

/** Throws the sentence of the first amount that is none. */
export function readParts(drafts: readonly PartDraft[], currency: string): Part[] {
  return drafts.map(({ name, kind, basis, once, yearly, metric, before }) => ({
    ...{ name: name.trim(), kind, basis: basis.trim() },
    once: kind === 'cost' ? read(once, currency, name) : 0,
    yearly: yearly
      .split(/[\s;]+/)
      .filter(Boolean)
      .map((text) => read(text, currency, name)),
    evidence: metric === '' ? null : metric === before?.metric ? before : { metric },
  }))
}

function read(text: string, currency: string, name: string): number {
  const minor = readAmount(text, currency)
  if (typeof minor === 'string') throw new Error(`“${name}”: ${minor}`)
  return minor
}
