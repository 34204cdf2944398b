import { type Check, type Found, outOf } from '../../../engine/checks.ts'
import { localDay } from '../../../engine/query/zone.ts'
import type { Warehouse } from '../../../engine/warehouse.ts'
import type { Stage } from '../contract.ts'
import { saidLabels } from '../rules.ts'

const said = `regexp_replace(lower(coalesce(w.value, p.lifecycle_stage)), '[^a-z0-9]', '', 'g')`

/** Contacts that say which stage they are in and not since when: no figure counts them there, so somebody must say so. */
export const undatedStages = (now: () => Promise<{ stages: Stage[]; zone: string }>): Check => ({
  kind: 'stage-without-date',
  async look(store) {
    const { stages, zone } = await now()
    return (await Promise.all(stages.map((stage) => undated(store, stage, zone)))).flat()
  },
})

async function undated(store: Warehouse, stage: Stage, zone: string): Promise<Found[]> {
  const labels = saidLabels(stage).map((label) => `'${label}'`)
  const from = `from mart.person p
    left join mart.word w on w.kind = 'stage' and w.raw = lower(p.lifecycle_stage)
    left join mart.funnel f on f.contact_id = p.contact_id
    where ${said} in (${labels.join(', ')})`
  const missing = `f.${stage.id}_at is null`
  const [row] = await store.query<{ n: number; blank: number }>(
    `select count(*) as n, count(*) filter (where ${missing}) as blank ${from}`,
  )
  if (!row || row.blank === 0) return []
  const sample = await store.query(
    `select p.key, p.system, p.email, p.lifecycle_stage, ${localDay('p.created_at', zone)}::varchar as created_on ${from} and ${missing} order by p.key, p.system limit 20`,
  )
  return [
    {
      key: stage.id,
      severity: 'warning',
      title: `Contacts in ${stage.name} without a date`,
      says: `${outOf(row.blank, row.n)} contacts that say they are in ${stage.name} have no date for it, so no figure counts them there. Export them again with the date on which they became ${stage.name}, or with the history of their stages, and import that file.`,
      object: 'contact',
      rows: row.blank,
      sample,
    },
  ]
}
