import { defineModule } from '../../../kernel/module.ts'
import { metrics } from '../contract.ts'
import { explain, exportRows, rows } from './explain.ts'
import { list, query, values } from './queries.ts'

export { importsOf } from './explain.ts'

export const metricsModule = defineModule(metrics, {
  catalogue: list,
  query,
  explain,
  rows,
  exportRows,
  values,
})
