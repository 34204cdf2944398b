import { type ObjectName, objects } from '../../../engine/model.ts'
import { warehouse } from '../../../engine/port.ts'
import { columnsOf, mappedTable } from '../../../engine/schema.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { imports } from '../contract.ts'

type SourceObject = { source: string; object: ObjectName; title: string; landedAt: Date }

/** Every source and object that has landed, with how fresh and how complete its counted rows are. */
export async function sources(ctx: Ctx, _: In<typeof imports.sources>) {
  const landed = await ctx.db
    .selectFrom('imports_imports')
    .select(['source', 'objects', 'title', 'landed_at'])
    .where('status', '=', 'landed')
    .orderBy('batch')
    .execute()
  const found = new Map<string, SourceObject>()
  for (const row of landed)
    for (const object of row.objects)
      found.set(`${row.source}/${object}`, {
        source: row.source ?? '',
        object: object as ObjectName,
        title: row.title,
        landedAt: row.landed_at as Date,
      })
  const attested = await ctx.db
    .selectFrom('imports_attestations')
    .selectAll()
    .orderBy('attested_at')
    .execute()
  const items = await Promise.all([...found.values()].map((one) => describe(ctx, one)))
  return {
    items: items.map((item) => {
      const last = attested.findLast((one) => one.source === item.source)
      return {
        ...item,
        attested: last
          ? { by: last.attested_by, at: last.attested_at.toISOString(), from: last.from_on, to: last.to_on }
          : null,
      }
    }),
  }
}

async function describe(ctx: Ctx, { source, object, title, landedAt }: SourceObject) {
  const names = columnsOf(object)
  const times = Object.entries(objects[object].attributes).filter(
    ([, one]) => one.type === 'time' || one.type === 'date',
  )
  const newest =
    times.length > 0
      ? `greatest(${times.map(([name]) => `max("${name}"::timestamp) filter (where "${name}"::timestamp <= $2::timestamp)`).join(', ')})`
      : 'null::timestamp'
  const filled = names.map((name) => `count("${name}") as "f_${name}"`).join(', ')
  const [row] = await ctx
    .use(warehouse)
    .query<Record<string, number | string | null>>(
      `select count(*) as n, ${newest} as newest, ${filled} from ${mappedTable(object)} where system = $1 and is_current`,
      times.length > 0 ? [source, ctx.now.toISOString()] : [source],
    )
  const rows = Number(row?.n ?? 0)
  return {
    source,
    object,
    title,
    rows,
    newest: (row?.newest as string | null) ?? null,
    landedAt: landedAt.toISOString(),
    daysOld: Math.max(0, Math.floor((ctx.now.getTime() - landedAt.getTime()) / 86_400_000)),
    filled: names
      .map((name) => ({ attribute: name, share: rows === 0 ? 0 : Number(row?.[`f_${name}`] ?? 0) / rows }))
      .filter((one) => one.share > 0),
  }
}

export async function attest(ctx: Ctx, { source, from, to, words }: In<typeof imports.attest>) {
  if (from > to) throw invalid('The period begins after it ends.')
  const known = await ctx.db
    .selectFrom('imports_imports')
    .select('id')
    .where('source', '=', source)
    .where('status', '=', 'landed')
    .executeTakeFirst()
  if (!known) throw invalid(`Nothing of ${source} has landed, so there is nothing to vouch for.`)

  await ctx.insert('imports_attestations', {
    id: ctx.id('att'),
    source,
    from_on: from,
    to_on: to,
    words,
    attested_at: ctx.now,
    attested_by: ctx.actor.name,
  })
  await ctx.record(imports.events.attested, source, { source, from, to, words })

  return { source, by: ctx.actor.name, from, to, at: ctx.now.toISOString() }
}
