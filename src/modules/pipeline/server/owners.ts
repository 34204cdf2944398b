import { mappedTable } from '../../../engine/schema.ts'

/** The newest row of each key; several systems may use the same key. */
export const latest = (object: 'pipeline_stage' | 'owner' | 'product'): string =>
  `(select * from ${mappedTable(object)} where is_current qualify row_number() over (partition by system, key order by batch desc, row_no desc) = 1)`

/** Joins the sales person `o` that a row of a lead or an opportunity names, read by the vocabulary. */
export const ownerJoins = (row: string): string => `
  left join mart.word ow on ow.kind = 'owner' and ow.raw = lower(${row}.owner)
  left join ${latest('owner')} o on o.system = ${row}.system and o.key = coalesce(ow.value, ${row}.owner)`

/** What the sales person of a row is called where `ownerJoins` joined them. */
export const ownerName = (row: string): string => `coalesce(o.name, ow.value, ${row}.owner)`
