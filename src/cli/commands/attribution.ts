import { invalid } from '../../kernel/errors.ts'
import {
  type ModelId,
  type Report,
  attribution as routes,
  type Totals,
} from '../../modules/attribution/contract.ts'
import { type Command, type Options, type Terminal, textOf } from '../command.ts'
import { shown, table } from '../print.ts'
import { selecting, selectionOf } from './query.ts'

const options: Options = {
  ...selecting,
  model: { type: 'string' },
  order: { type: 'string' },
  by: { type: 'string' },
}

export const attribution: Command = {
  usage: 'attribution --model markov [--order 1] [--by channel] [--from D --to D] [--where …] [--json]',
  summary: 'Credit sales to channels or campaigns by one model, with its reconciliation',
  more: `Models: first, last, last_non_direct, linear, u_first_last, u_first_lead, w, full_path, time_decay, j, inverse_j,
custom, markov, shapley; the organisation's own where none is named. Credits of single sales add up to the cent.
With --order, and where only a table of journeys (path, conversions, value, nulls) was imported, the answer is the
model's channel totals over all journeys.`,
  options,
  async run(io) {
    if (io.words.length > 0) throw invalid(`“${io.words[0]}” is no flag. See fullscore attribution --help.`)
    const order = textOf(io.values, 'order')
    if (order !== undefined && (isNarrowed(io) || io.values.by))
      throw invalid('With --order the answer is over all journeys: leave out --by, --from, --to and --where.')
    const door = await io.door()
    const report = await door.ask(routes.report, {
      by: textOf(io.values, 'by') ?? 'channel',
      ...selectionOf(io.values),
    } as never)
    const isTable = report.reconciliation.sales === 0 && !isNarrowed(io)
    const model = (textOf(io.values, 'model') ?? (isTable ? 'markov' : report.model)) as ModelId
    if (order === undefined && !isTable)
      return answer(io, byCredit(report, model), [creditLine(report, model), ...report.notes])

    const asked = { model, ...(order ? { order: Number(order) } : {}) }
    const own = isTable ? undefined : await door.ask(routes.totals, asked)
    const found = own ?? (await door.ask(routes.totals, { ...asked, of: 'table' }))
    return answer(io, inTotal(found, model), [totalLine(found), ...found.notes])
  },
}

function inTotal({ rows, order, probability, reconciliation }: Totals, model: ModelId) {
  const { currency } = reconciliation
  return {
    model,
    order,
    probability,
    rows: rows.map(({ channel, conversions, value, removalEffect }) => ({
      channel,
      conversions,
      value: currency ? { amount: value, currency } : value,
      ...(removalEffect === null ? {} : { removal_effect: removalEffect }),
    })),
    reconciliation,
  }
}

const isNarrowed = ({ values }: Terminal): boolean => Boolean(values.from ?? values.to ?? values.where)

function byCredit(report: Report, model: ModelId) {
  if (!report.models.some((one) => one.id === model))
    throw invalid(`There is no model “${model}”. There are ${report.models.map((one) => one.id).join(', ')}.`)
  const { currency } = report.reconciliation
  const rows = report.rows.map((row) => ({
    [report.by]: row.value,
    ...(row.isUnattributed ? { unattributed: true } : {}),
    conversions: row.sales[model],
    value: { amount: row.credit[model], currency },
  }))
  return { model, rows, reconciliation: report.reconciliation }
}

/** The rows added up again, held against what there was to credit. */
function creditLine({ rows, reconciliation }: Report, model: ModelId): string {
  const { currency, revenue, sales, says } = reconciliation
  if (revenue === null || sales === null) return says
  const sum = (isUnattributed: boolean, of: 'credit' | 'sales') =>
    rows.reduce((all, row) => (row.isUnattributed === isUnattributed ? all + row[of][model] : all), 0)
  const money = (amount: number) => shown({ amount: Number(amount.toFixed(4)), currency })
  const count = (n: number) => shown(Number(n.toFixed(3)))
  return [
    `Revenue ${money(revenue)} = credited ${money(sum(false, 'credit'))} + unattributed ${money(sum(true, 'credit'))};`,
    `${count(sales)} sales = ${count(sum(false, 'sales'))} credited + ${count(sum(true, 'sales'))} unattributed.`,
  ].join(' ')
}

function totalLine({ reconciliation }: Totals): string {
  const { conversions, credited, unattributed, value, valueCredited, valueUnattributed, currency } =
    reconciliation
  const money = (amount: number) => shown(currency ? { amount, currency } : amount)
  return [
    `${shown(conversions)} conversions = ${shown(credited)} credited + ${shown(unattributed)} unattributed;`,
    `value ${money(value)} = ${money(valueCredited)} credited + ${money(valueUnattributed)} unattributed.`,
  ].join(' ')
}

type Answer = { rows: Record<string, unknown>[]; reconciliation: unknown }

function answer(io: Terminal, found: Answer, notes: string[]): number {
  io.answer(found, [found.rows.length > 0 ? table(found.rows) : 'No rows.', ...notes].join('\n'))
  return 0
}
