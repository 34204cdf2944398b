import { invalid } from '../../kernel/errors.ts'
import { metrics } from '../../modules/metrics/contract.ts'
import { filing, formatAsked, saveRows } from '../answer-file.ts'
import { type Command, listOf, type Options, textOf, type Values } from '../command.ts'
import { table } from '../print.ts'

/** What narrows a figure down, the same for asking and explaining. */
export const selecting: Options = {
  from: { type: 'string' },
  to: { type: 'string' },
  where: { type: 'string', multiple: true },
}

export function selectionOf(values: Values) {
  const where = [values.where ?? []].flat().map(String)
  return {
    ...optional('from', values),
    ...optional('to', values),
    ...(where.length > 0 ? { where } : {}),
  }
}

export const query: Command = {
  usage:
    "query --metrics a,b [--by d] [--grain month] [--from D --to D] [--where 'channel=email'] [--compare previous] [--json | --format csv|xlsx] [--output FILE]",
  summary: 'Ask for figures by their names',
  more: `Days are written 2025-03-31, both ends included. Grains: day, week, month, quarter, year.
Conditions: dimension=value, dimension=a|b, dimension!=value, dimension~part; nothing after the sign means blank.
--format, or the ending of --output, makes a file of the rows; money stands in two columns, the amount and its currency.
\`fullscore metrics catalogue\` lists the names of metrics and dimensions.`,
  options: {
    ...selecting,
    metrics: { type: 'string', multiple: true },
    by: { type: 'string', multiple: true },
    grain: { type: 'string' },
    compare: { type: 'string' },
    limit: { type: 'string' },
    ...filing,
  },
  async run(io) {
    const { values } = io
    const asked = listOf(values, 'metrics')
    if (asked.length === 0) throw invalid('Name the metrics: fullscore query --metrics leads,won.')
    if (io.words.length > 0) throw invalid(`“${io.words[0]}” is no flag. See fullscore query --help.`)
    const limit = textOf(values, 'limit')
    const input = {
      metrics: asked,
      by: listOf(values, 'by'),
      ...optional('grain', values),
      ...optional('compare', values),
      ...selectionOf(values),
      ...(limit ? { limit: Number(limit) } : {}),
    }
    const format = formatAsked(values)
    const answer = await (await io.door()).ask(metrics.query, input as never)
    const { rows, compared, notes } = answer
    if (format) {
      await saveRows(format, rows, textOf(values, 'output'))
      notes.forEach(io.tell)
    } else
      io.answer(compared ? { rows, compared, notes } : { rows, notes }, [inWords(rows), ...notes].join('\n'))
    if (answer.more) io.tell('There are more rows: raise --limit to see them.')
    return 0
  },
}

const optional = (name: string, values: Values): Record<string, string> => {
  const value = textOf(values, name)
  return value === undefined ? {} : { [name]: value }
}

const inWords = (rows: Record<string, unknown>[]): string =>
  rows.length === 0 ? 'No rows. Import the files first, or widen the period.' : table(rows)
