import { invalid } from '../../kernel/errors.ts'
import { type Change, forecast } from '../../modules/forecast/contract.ts'
import { shownChange } from '../../modules/forecast/rules.ts'
import { type Command, textOf } from '../command.ts'
import { shown, table } from '../print.ts'
import { selecting, selectionOf } from './query.ts'

export const compare: Command = {
  usage: 'compare METRIC --from D --to D [--with previous|year_ago|D..D] [--by channel] [--json]',
  summary: 'Say what changed in a metric: volume, mix and rate by segment, adding up exactly',
  more: `Days are written 2026-03-31, both ends included. --with 2025-01-01..2025-03-31 compares with any other days.
\`fullscore metrics catalogue\` lists the names of metrics and dimensions.`,
  options: { ...selecting, with: { type: 'string' }, by: { type: 'string' } },
  async run(io) {
    const [metric, ...others] = io.words
    if (!metric || others.length > 0)
      throw invalid('Name one metric: fullscore compare won --from 2026-01-01 --to 2026-03-31.')
    if (!textOf(io.values, 'from') || !textOf(io.values, 'to'))
      throw invalid('Name the days: --from 2026-01-01 --to 2026-03-31.')
    const against = textOf(io.values, 'with')
    const by = textOf(io.values, 'by')
    const answer = await (await io.door()).ask(forecast.changes, {
      metric,
      ...selectionOf(io.values),
      ...(against ? { compare: against } : {}),
      ...(by ? { by } : {}),
    } as never)
    io.answer(answer, inWords(shownChange(answer)))
    return answer.refused === null ? 0 : 2
  },
}

const brief = (value: number): number => Number(value.toPrecision(6))

function inWords({
  finding,
  refused,
  by,
  period,
  compared,
  effects,
  segments,
  all,
  notices,
}: Change): string {
  const days = `${period.from} to ${period.to}, held against ${compared.from} to ${compared.to}.`
  if (refused !== null || all === null) return [refused, days, ...notices].join('\n')
  const line = (label: string, one: typeof all) => ({
    [by]: label,
    ...Object.fromEntries(effects.map(({ name }) => [name, brief(one[name])])),
    change: brief(one.change),
  })
  const label = ({ segment, segments: n }: Change['segments'][number]) =>
    n > 1 ? `${n} smaller ones` : shown(segment)
  return [
    `${finding ?? ''} ${days}`.trim(),
    table([...segments.map((one) => line(label(one), one)), line('all', all)]),
    ...effects.map(({ name, words }) => `${name}: ${words}`),
    ...notices,
  ].join('\n')
}
