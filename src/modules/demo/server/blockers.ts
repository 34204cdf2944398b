import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { agencies } from '../../agencies/contract.ts'
import type { BlockerTerms } from '../../blockers/contract.ts'
import { bringBlocker } from '../../blockers/server/index.ts'
import { type Item, work } from '../../work/contract.ts'
import { peopleOf } from './people.ts'

type Told = {
  says: string
  cause: BlockerTerms['cause']
  by: [kind: BlockerTerms['partyKind'], name: string]
  owner: string
  /** Days since, and how many it lasted; without these it stands still. */
  since: number
  lasted?: number
  with?: string
  around?: string
}

const told: Told[] = [
  {
    says: 'Stills of the second day, without the old jackets',
    cause: 'material',
    by: ['agency', 'Atelier Fontanel'],
    owner: 'kofi',
    since: 6,
    around: 'The page goes on with drawings.',
  },
  {
    says: 'The claim “fastest” needs a source',
    cause: 'approval',
    by: ['department', 'Legal'],
    owner: 'rafael',
    since: 4,
  },
  {
    says: 'The figure of last year by region',
    cause: 'decision',
    by: ['department', 'Finance'],
    owner: 'priya',
    since: 9,
    around: 'Shown without regions until then.',
  },
  {
    says: 'Access to the webinar platform for two people',
    cause: 'access',
    by: ['vendor', 'Webinar platform'],
    owner: 'bram',
    since: 2,
  },
  {
    says: 'Sizes of the stand wall',
    cause: 'material',
    by: ['vendor', 'Fair organiser'],
    owner: 'yuna',
    since: 1,
  },
  {
    says: 'Release of the customer’s name',
    cause: 'approval',
    by: ['client', 'Customer'],
    owner: 'rafael',
    since: 40,
    lasted: 8,
    with: 'They signed the release.',
  },
  {
    says: 'Nobody could test on the old browser',
    cause: 'technical',
    by: ['department', 'IT'],
    owner: 'bram',
    since: 34,
    lasted: 2,
    with: 'A machine was set up.',
  },
  {
    says: 'Prices of the second line',
    cause: 'decision',
    by: ['department', 'Sales'],
    owner: 'rafael',
    since: 30,
    lasted: 5,
    with: 'Sales decided for one price.',
  },
  {
    says: 'Translations',
    cause: 'material',
    by: ['vendor', 'Translators'],
    owner: 'yuna',
    since: 26,
    lasted: 6,
    with: 'They came, three days late.',
  },
  {
    says: 'The designer was away',
    cause: 'capacity',
    by: ['team', 'Creative'],
    owner: 'kofi',
    since: 22,
    lasted: 3,
    with: 'Yuna took it over.',
  },
  {
    says: 'Layout of the report',
    cause: 'material',
    by: ['agency', 'Atelier Fontanel'],
    owner: 'kofi',
    since: 45,
    lasted: 7,
    with: 'Delivered and accepted.',
  },
  {
    says: 'Consent dates were missing in the list',
    cause: 'technical',
    by: ['team', 'Marketing operations'],
    owner: 'bram',
    since: 15,
    lasted: 4,
    with: 'The nightly check was mended.',
  },
]

const dayMs = 86_400_000
/** Where those who see to it work. */
const boardsOf: Record<string, string> = {
  ...{ kofi: 'Marketing room', yuna: 'Marketing room', rafael: 'Marketing room' },
  ...{ bram: 'Operations', priya: 'Data & reporting' },
}

/** What blocks work now, one of it an agency, and what blocked it in the last weeks. */
export async function writeBlockers(app: App, until: Day): Promise<void> {
  const { as, id } = await peopleOf(app, 'blockers')
  const boards = (await as('rafael')(work.boards, {})).items.filter((one) => one.name !== 'Team changes')
  const boardOf = new Map(boards.map((one) => [one.id, one.name]))
  const all: Item[] = []
  for (const { id: boardId } of boards)
    all.push(...(await as('rafael')(work.items, { boardId, limit: 600 })).items)
  const known = (await as('rafael')(agencies.list, {})).items
  const [open, done] = [all.filter((one) => one.startedAt && !one.doneAt), all.filter((one) => one.doneAt)]
  for (const [at, one] of told.entries()) {
    const item =
      one.lasted === undefined
        ? open.filter((each) => boardOf.get(each.boardId) === boardsOf[one.owner])[at]
        : doneAfter(done, app.clock().getTime() - (one.since - one.lasted) * dayMs, at)
    if (!item) continue
    const [kind, name] = one.by
    const sinceAt = new Date(app.clock().getTime() - one.since * dayMs)
    const brought = {
      ...{
        itemId: item.id,
        by: 'Rafael',
        reason: one.says,
        cause: one.cause,
        partyKind: kind,
        party: name,
        sinceAt,
      },
      ...{ partyId: kind === 'agency' ? (known.find((each) => each.name === name)?.id ?? null) : null },
      ...{
        ownerId: id(one.owner),
        workaround: one.around ?? '',
        expectedOn: one.lasted ? null : addDays(until, at),
      },
      ...(one.lasted === undefined
        ? {}
        : { ended: { at: new Date(sinceAt.getTime() + one.lasted * dayMs), with: one.with ?? '' } }),
    }
    await retrying(() =>
      transact(app, { actor: system('demo'), via: 'job' }, 'the demo', async (ctx) => {
        await bringBlocker(ctx, brought)
      }),
    )
  }
}

/** Something that was done after a moment, another for each. */
const doneAfter = (done: readonly Item[], at: number, nth: number): Item | undefined => {
  const later = done.filter((one) => new Date(one.doneAt!).getTime() > at)
  return later[nth % Math.max(1, later.length)]
}
