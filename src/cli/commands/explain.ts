import { invalid } from '../../kernel/errors.ts'
import { metrics } from '../../modules/metrics/contract.ts'
import type { Command } from '../command.ts'
import { shown, table } from '../print.ts'
import { selecting, selectionOf } from './query.ts'

type Explanation = (typeof metrics.explain)['output']['_output']

export const explain: Command = {
  usage: "explain METRIC … [--from D --to D] [--where 'channel=email']",
  summary: 'Say how a figure came about: definition, conditions, rows, and the imports they came with',
  options: selecting,
  async run(io) {
    if (io.words.length === 0) throw invalid('Name a metric: fullscore explain win_rate.')
    const door = await io.door()
    const found: Explanation[] = []
    for (const metric of io.words)
      found.push(await door.ask(metrics.explain, { metric, ...selectionOf(io.values) } as never))
    io.answer(found.length === 1 ? found[0] : found, found.map(inWords).join('\n\n'))
    return 0
  },
}

function inWords(explained: Explanation): string {
  const { metric, value, conditions, rows, imports, written, withheld, parts, notes } = explained
  return [
    `${metric.title}: ${shown(value)}`,
    metric.words,
    `= ${metric.formula}`,
    ...parts.map((part) => `  ${part.title}: ${shown(part.value)}`),
    ...(conditions.length > 0 ? [`Where ${conditions.join('; ')}.`] : []),
    `${shown(rows)} rows${imports.length > 0 ? ', from' : '.'}`,
    ...(imports.length > 0 ? [table(imports)] : []),
    ...written.map((one) => `${one.title}: ${shown(one.rows)} rows written here`),
    ...(withheld ? [withheld.says] : []),
    ...notes,
  ].join('\n')
}
