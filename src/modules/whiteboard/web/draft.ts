import { type Option, readNumber } from '../../../methods/whiteboard.ts'
import type { Board, BoardOption } from '../contract.ts'

/** An option as it is typed. */
export type OptionDraft = { name: string; volume: string; percent: string; unitValue: string }
export type Side = 'first' | 'second'
export type FieldName = keyof Omit<OptionDraft, 'name'>

const typed = (value: number | null): string =>
  value === null ? '' : value.toLocaleString('en', { maximumFractionDigits: 12 })

export const draftOf = ({ name, volume, percent, unitValue }: BoardOption): OptionDraft => ({
  name,
  volume: typed(volume),
  percent: typed(percent),
  unitValue: typed(unitValue),
})

/** Why a field cannot be used as it is typed, or null. */
export function whyNotField(name: FieldName, text: string): string | null {
  const value = readNumber(text)
  if (value === undefined)
    return text.includes(',')
      ? 'Write decimals with a point: 0.033. Commas group thousands.'
      : 'Write a number, such as 1,000,000 or 0.033.'
  if (name === 'percent' && value !== null && value > 100) return 'A rate is 100 % at most.'
  return null
}

const numberOf = (name: FieldName, text: string): number | null =>
  whyNotField(name, text) === null ? (readNumber(text) ?? null) : null

/** What can be used of it: a field that is wrong counts as not said. */
export const optionOf = (draft: OptionDraft): Option => ({
  volume: numberOf('volume', draft.volume),
  percent: numberOf('percent', draft.percent),
  unitValue: numberOf('unitValue', draft.unitValue),
})

export const isWrong = (draft: OptionDraft): boolean =>
  draft.name.trim() === '' ||
  (['volume', 'percent', 'unitValue'] as const).some((name) => whyNotField(name, draft[name]) !== null)

export const saidOf = (draft: OptionDraft): BoardOption => ({ name: draft.name.trim(), ...optionOf(draft) })

export const sidesOf = (board: Pick<Board, Side>) => ({
  first: draftOf(board.first),
  second: draftOf(board.second),
})
