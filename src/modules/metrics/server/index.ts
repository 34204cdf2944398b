import { defineModule } from '../../../kernel/module.ts'
import { metrics } from '../contract.ts'
import { explain, exportRows, rows } from './explain.ts'
import { grades } from './grades.ts'
import { list, query, values } from './queries.ts'

export { importsOf } from './behind.ts'
export { query, rangeToCompare, values } from './queries.ts'
export { todayOf } from './today.ts'

export const metricsModule = defineModule(metrics, {
  catalogue: list,
  query,
  explain,
  grades,
  rows,
  exportRows,
  values,
})
