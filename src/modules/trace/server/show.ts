import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, missing } from '../../../kernel/errors.ts'
import type { Traced, trace } from '../contract.ts'
import type { Ref } from '../rules.ts'
import { above, below, linkUp, whyNotElsewhere } from './links.ts'
import { type Kind, traced } from './registry.ts'

/** Missing and forbidden look alike. */
function requireKind(ctx: Ctx, { kind }: Ref): Kind {
  const known = ctx.use(traced).get(kind)
  if (!known || !holds(ctx.actor, known.read)) throw missing('This record')
  return known
}

export async function show(ctx: Ctx, ref: In<typeof trace.show>) {
  const known = requireKind(ctx, ref)
  if (!(await known.named(ctx.db, [ref.id])).has(ref.id)) throw missing(`This ${known.title.toLowerCase()}`)
  const [up, { direct, all }] = await Promise.all([above(ctx.db, ref), below(ctx.db, ref)])
  const top = up.at(-1) ?? ref
  const kept = await whyNotElsewhere(ctx, ref)
  const reachesTop = ctx.use(traced).get(top.kind)?.under.length === 0
  return {
    up: await named(ctx, up),
    down: await named(ctx, direct.slice(0, most)),
    below: all,
    reachesTop,
    says: says(known, up, reachesTop),
    whyNotElsewhere: kept,
    can: { link: canLink(ctx, known) && kept === null },
  }
}

const canLink = (ctx: Ctx, { isFixed, under, manage }: Kind): boolean =>
  !isFixed && under.length > 0 && holds(ctx.actor, manage)

const most = 200

function says({ title, under }: Kind, up: Ref[], reachesTop: boolean): string {
  if (under.length === 0) return 'This is where every chain ends.'
  if (up.length === 0)
    return `This ${title.toLowerCase()} is linked up to nothing: nobody can see what it is for.`
  return reachesTop
    ? 'It leads up to the vision.'
    : 'The chain ends before the vision: the record at its end is linked up to nothing.'
}

async function named(ctx: Ctx, refs: Ref[]): Promise<Traced[]> {
  const kinds = ctx.use(traced)
  const names = new Map<string, Awaited<ReturnType<Kind['named']>>>()
  for (const kind of new Set(refs.map((ref) => ref.kind))) {
    const known = kinds.get(kind)
    if (!known || !holds(ctx.actor, known.read)) continue
    const ids = refs.filter((ref) => ref.kind === kind).map((ref) => ref.id)
    names.set(kind, await known.named(ctx.db, ids))
  }
  return refs.map(({ kind, id }) => {
    const known = kinds.get(kind)
    const found = names.get(kind)?.get(id)
    return {
      kind,
      id: found ? id : '',
      title: known?.title ?? kind,
      name: found?.name ?? null,
      note: found?.note ?? null,
      path: found && known ? known.path(id) : null,
    }
  })
}

export async function candidates(ctx: Ctx, { words, ...ref }: In<typeof trace.candidates>) {
  const known = requireKind(ctx, ref)
  const items: Traced[] = []
  for (const kind of known.under) {
    const parent = ctx.use(traced).get(kind)
    if (!parent || !holds(ctx.actor, parent.read)) continue
    for (const { id, name } of await parent.find(ctx.db, words))
      if (kind !== ref.kind || id !== ref.id)
        items.push({ kind, id, title: parent.title, name, note: null, path: parent.path(id) })
  }
  return { items: items.slice(0, 50) }
}

export async function link(ctx: Ctx, { parent, ...child }: In<typeof trace.link>) {
  const known = requireKind(ctx, child)
  if (!holds(ctx.actor, known.manage))
    throw forbidden(`Linking a ${known.title.toLowerCase()} up needs the right ${known.manage}.`)
  if (known.isFixed)
    throw forbidden(
      `A ${known.title.toLowerCase()} stays with what it was made for; it is not linked by hand.`,
    )
  if (parent) requireKind(ctx, parent)

  await linkUp(ctx, child, parent)

  return {}
}
