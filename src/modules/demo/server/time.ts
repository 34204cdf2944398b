import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { perform, retrying, transact } from '../../../kernel/perform.ts'
import { addDays, type Day, dayIn, weekdayOf } from '../../../methods/days.ts'
import { randomFrom } from '../../../methods/random.ts'
import { availability } from '../../availability/contract.ts'
import { settings } from '../../identity/server/index.ts'
import { load } from '../../load/contract.ts'
import { mondayOf } from '../../timesheets/rules.ts'
import { type BroughtTime, bringInTime } from '../../timesheets/server/index.ts'
import { type Item, work } from '../../work/contract.ts'
import { type Firm, peopleOf } from './people.ts'

/** Who writes time down; of the others the board tells. Yuna’s last weeks were too long. */
const writers = ['kofi', 'yuna', 'bram', 'mateusz']
const weeks = 12
const call = { actor: system('demo'), via: 'job' }

/** Twelve weeks of time of those who write it down, a little more of it on the vision from week to week. */
export async function writeTime(app: App): Promise<void> {
  const firm = await peopleOf(app, 'time')
  const today = dayIn((await settings(app.db)).timeZone, app.clock())
  const random = randomFrom(9_204)
  for (const who of writers) {
    const entries = await timeOf(firm, { who, today, random })
    await retrying(() => transact(app, call, 'the demo', (ctx) => bringInTime(ctx, entries)))
  }
  await perform(app, load.watch, {}, call)
}

type Writing = { who: string; today: Day; random: () => number }

async function timeOf({ as, id }: Firm, { who, today, random }: Writing): Promise<BroughtTime[]> {
  const from = addDays(mondayOf(today), -7 * weeks)
  const { days } = await as(who)(availability.days, { id: id(who), from, to: addDays(today, -1) })
  const { items } = await as(who)(work.items, { assigneeIds: [id(who)], limit: 2000 })
  const all: BroughtTime[] = []
  for (const [at, { day, scheduled, absent }] of days.entries()) {
    const week = Math.floor(at / 7)
    const isLong = who === 'yuna' && week >= weeks - 3
    const minutes = (scheduled - absent) * (isLong ? 1.17 : 0.92 + 0.12 * random())
    const share = 0.86 + 0.011 * week + 0.1 * (random() - 0.5)
    const spent = dayOfWork({ items, day, minutes, share, random, isLong })
    all.push(...spent.map((one) => ({ ...one, personId: id(who) })))
  }
  return all
}

type OneDay = {
  items: Item[]
  day: Day
  minutes: number
  share: number
  random: () => number
  isLong: boolean
}

const quarters = (minutes: number): number => Math.round(minutes / 15) * 15

/** What was open on a day, or where there was nothing, what is closest to it. */
function openOn(items: Item[], day: Day): Item[] {
  const open = items.filter(
    ({ startedAt, doneAt }) => startedAt && startedAt.slice(0, 10) <= day && (!doneAt || doneAt >= day),
  )
  return open.length > 0 ? open : items.filter((one) => one.madeAt.slice(0, 10) <= day).slice(-3)
}

function dayOfWork({ items, day, minutes, share, random, isLong }: OneDay): Omit<BroughtTime, 'personId'>[] {
  if (minutes <= 0) return []
  const pick = (all: Item[]): Item | undefined => all[Math.floor(random() * all.length)]
  const vision = pick(
    openOn(
      items.filter((one) => one.isVision),
      day,
    ),
  )
  const other =
    random() < 0.55
      ? pick(
          openOn(
            items.filter((one) => !one.isVision),
            day,
          ),
        )
      : undefined
  const good = vision ? quarters(minutes * Math.min(1, share)) : 0
  const rest = quarters(minutes - good)
  const evening = isLong && weekdayOf(day) % 2 === 1 ? new Date(`${day}T20:40:00Z`) : undefined
  const spent = [
    {
      ...{ day, minutes: good, itemId: vision?.id ?? null, duty: null, note: '' },
      ...(evening ? { endedAt: evening } : {}),
    },
    other
      ? { day, minutes: rest, itemId: other.id, duty: null, note: '' }
      : { day, minutes: rest, itemId: null, duty: pickDuty(random), note: '' },
  ]
  return spent.filter((one) => one.minutes > 0)
}

const pickDuty = (random: () => number): 'meetings' | 'support' => (random() < 0.7 ? 'meetings' : 'support')
