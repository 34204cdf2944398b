import { type Actor, anonymous } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Asked, Out, Route } from '../../../kernel/contract.ts'
import { perform } from '../../../kernel/perform.ts'
import { addDays, type Day, weekdayOf } from '../../../methods/days.ts'
import { addWorkingDays } from '../../../methods/working-days.ts'
import { intake, type Reason, type Request } from '../../intake/contract.ts'
import { strategy } from '../../strategy/contract.ts'
import { type Board, work } from '../../work/contract.ts'
import { type Firm, peopleOf } from './people.ts'
import type { Became, DemoRequest } from './requests-kinds.ts'
import { demoRequests } from './requests-said.ts'

/** The doors of the demo company on a day of its past. */
type Then = {
  on: Day
  as: (who: string | null) => <R extends Route>(route: R, input: Asked<R>) => Promise<Out<R>>
}
type Making = {
  firm: Firm
  board: Board
  past: (day: Day, hour: number) => Then
}
type Decided = { one: DemoRequest; request: Request; token: string; when: Then; making: Making; filedOn: Day }

/** Ninety days of requests, filed at the front door and answered by those who triage. */
export async function writeRequests(app: App, until: Day): Promise<void> {
  const firm = await peopleOf(app, 'requests')
  const rafael = firm.as('rafael')
  const board = (await rafael(work.boards, {})).items.find((one) => one.name === 'Operations')
  if (!board) throw new Error('The demo company has no board Operations.')
  await openTheDoor(firm, board)
  const making = { firm, board, past: pastOf(app, firm) }
  for (const one of demoRequests) await writeOne(making, one, until)
}

async function openTheDoor({ as }: Firm, board: Board): Promise<void> {
  for (const { id, version, name } of (await as('rafael')(intake.types, {})).items)
    await as('rafael')(intake.changeType, {
      ...{ id, version, boardId: board.id, audience: 'everybody', reason: 'Everybody may ask' },
      ...(name === 'Something made' ? { questions: made, promiseDays: 2 } : {}),
    })
}

const made = [
  {
    ...{ id: 'where', label: 'Where is it seen?', kind: 'choice' as const, isRequired: false },
    options: ['In print', 'On the web', 'At a fair'],
  },
  { id: 'example', label: 'Something like it', kind: 'link' as const, isRequired: false, options: [] },
]

/** Calls made on a past day carry that day; each is numbered, so that a filling taken up again repeats none. */
function pastOf(app: App, firm: Firm): Making['past'] {
  let calls = 0
  return (on, hour) => {
    const at = new Date(`${on}T${String(hour).padStart(2, '0')}:12:00Z`)
    const then: App = { ...app, clock: () => new Date(Math.min(at.getTime(), app.clock().getTime())) }
    const as: Then['as'] = (who) => (route, input) => {
      calls += 1
      const actor: Actor = who ? firm.actor(who) : { ...anonymous, name: 'A visitor', permissions: new Set() }
      return perform(then, route, input, {
        ...{
          actor,
          via: 'job',
          idempotencyKey: `demo-past-requests-${calls}`,
          address: `198.51.100.${calls % 250}`,
        },
      })
    }
    return { on, as }
  }
}

const atWork = (day: Day): Day => (weekdayOf(day) % 6 === 0 ? addWorkingDays(day, 0, new Set()) : day)

async function writeOne(making: Making, one: DemoRequest, until: Day): Promise<void> {
  const filedOn = atWork(addDays(until, -one.daysAgo))
  const token = await fileOne(making, one, filedOn)
  if (one.became.is === 'open') return
  const answeredOn = addWorkingDays(filedOn, one.answeredIn, new Set())
  const when = making.past(answeredOn < until ? answeredOn : until, 14)
  const { items } = await when.as('rafael')(intake.list, { q: one.title.slice(0, 200) })
  const request = await when.as('rafael')(intake.show, {
    id: items.find((line) => line.title === one.title)!.id,
  })
  await become(one.became, { one, request, token, when, making, filedOn })
}

async function fileOne({ past, firm }: Making, one: DemoRequest, filedOn: Day): Promise<string> {
  const ours = /^[a-z]+$/.test(one.by)
  const said = {
    ...{ title: one.title, purpose: one.purpose, hurry: one.hurry, impact: one.impact },
    ...{ department: one.department, asker: ours ? firm.actor(one.by).name : one.by },
  }
  // Whoever has no account opens the form, and sends it later on the same morning.
  const { ticket } = ours ? { ticket: '' } : await past(filedOn, 8).as(null)(intake.openForm, {})
  const sent = past(filedOn, 9).as(ours ? one.by : null)
  const { types } = await sent(intake.door, {})
  const type = types.find(({ id }) => id === one.type)!
  const { path } = await sent(intake.file, { ...said, typeId: type.id, typeVersion: type.version, ticket })
  return path.split('/').at(-1)!
}

async function become(became: Became, said: Decided): Promise<void> {
  const { request, when, making, token } = said
  const seen = { id: request.id, version: request.version }
  const rafael = when.as('rafael')
  if (became.is === 'withdrawn') await when.as(null)(intake.withdraw, { token, words: became.words })
  if (became.is === 'deferred')
    await rafael(intake.defer, { ...seen, until: addDays(when.on, became.inDays), words: became.words })
  if (became.is === 'merged') {
    const { items } = await rafael(intake.list, { q: became.into })
    await rafael(intake.merge, { ...seen, requestId: items[0]!.id })
  }
  if (became.is === 'asked') {
    await rafael(intake.askBack, { ...seen, words: became.words })
    if (became.reply) await making.past(when.on, 16).as(null)(intake.reply, { token, words: became.reply })
  }
  if (became.is === 'declined') await declineOne(became, said)
  if (became.is === 'accepted') await acceptOne(became, said)
}

async function declineOne(became: Extract<Became, { is: 'declined' }>, said: Decided): Promise<void> {
  const { request, when, making, token } = said
  const declined = await when.as('rafael')(intake.decline, {
    ...{ id: request.id, version: request.version, reason: became.reason as Reason, words: became.words },
    alternative: became.instead ?? '',
  })
  const later = making.past(when.on, 16).as(null)
  if (became.isTaken) await later(intake.takeAlternative, { token, isTaken: true })
  if (!became.appeal) return
  await later(intake.appeal, { token, words: became.appeal })
  await making.past(addWorkingDays(when.on, 1, new Set()), 10).as('imogen')(intake.settleAppeal, {
    ...{ id: request.id, version: declined.version + 1, isUpheld: false },
    words: 'We talked about it with them: it stays a no, and they understand why.',
  })
}

/** Campaigns and questions about figures that were asked for serve a goal; the rest says that it does not. */
async function servedBy(type: string, notVision: string, { as }: Firm) {
  if (type !== 'rty_campaign' && type !== 'rty_report') return { notVision }
  const { items: goals } = await as('imogen')(strategy.goals, {})
  const goal = goals.find((one) => one.name.startsWith('Sales gets leads')) ?? goals.at(-1)
  return goal ? { serves: { kind: 'goal', id: goal.id } } : { notVision }
}

async function acceptOne(became: Extract<Became, { is: 'accepted' }>, said: Decided): Promise<void> {
  const { one, request, when, making, filedOn } = said
  const { boardId, itemTypeId } = request.usual
  const accepted = await when.as('rafael')(intake.accept, {
    ...{ id: request.id, version: request.version, boardId: boardId!, typeId: itemTypeId ?? 'wty_task' },
    ...{ assigneeIds: [making.firm.id(one.type === 'rty_report' ? 'bram' : 'yuna')] },
    estimateMinutes: became.hours * 60,
    ...(await servedBy(one.type, became.notVision, making.firm)),
    promisedOn: addDays(filedOn, became.promisedIn),
  })
  if (became.doneIn === undefined || !accepted.item) return
  const [, doing, , done] = making.board.stages
  const doneOn = atWork(addDays(filedOn, became.doneIn))
  const begunOn = addWorkingDays(when.on, 1, new Set())
  await movedOn(making.past([begunOn, doneOn].sort()[0]!, 10), accepted.item.id, doing!.id)
  await movedOn(making.past(doneOn, 16), accepted.item.id, done!.id)
}

const movedOn = (when: Then, id: string, stageId: string) =>
  when.as('rafael')(work.move, { ids: [id], stageId, reason: 'Asked for by another department' })
