import { localOwner } from '../src/kernel/actor.ts'
import type { App } from '../src/kernel/app.ts'
import { transact } from '../src/kernel/perform.ts'
import { addDays, type Day } from '../src/methods/days.ts'
import { availability } from '../src/modules/availability/contract.ts'
import { hoursOf } from '../src/modules/availability/server/index.ts'
import { identity } from '../src/modules/identity/contract.ts'
import { folder, median, millis, quantile, say, timed, title } from './ground.ts'
import { ask, openProduct } from './product.ts'

const people = 200
const weeks = 26
const rounds = 20
const places = ['GB-ENG', 'GB-SCT', 'DE-BY', 'DE-HH', 'DE-BE', 'US-TX', 'US-CA', 'US-NY', 'FR-', 'JP-']

/** The hours of 200 people in 26 weeks, with leave, duties, weeks and ten calendars of holidays. */
export async function measuringHours(): Promise<void> {
  const { app, close } = await openProduct(folder('availability'))
  try {
    const today = new Date().toISOString().slice(0, 10)
    const ids = await hire(app, today)
    title(`Hours of ${people} people × ${weeks} weeks`)
    const last = addDays(today, 7 * weeks - 1)
    const call = { actor: localOwner, via: 'bench' }
    const hours = () => transact(app, call, 'bench', (ctx) => hoursOf(ctx, ids, today, last))
    say('hoursOf, the first time (calendars are reckoned)', millis((await timed(hours)).ms))
    await repeat('hoursOf', hours, '< 100 ms')
    await repeat('the capacity page’s answer', () => ask(app, availability.capacity, { weeks }), '< 300 ms')
  } finally {
    await close()
  }
}

async function repeat(what: string, work: () => Promise<unknown>, target: string): Promise<void> {
  const took: number[] = []
  const cpu: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const one = await timed(work)
    took.push(one.ms)
    cpu.push(one.cpu)
  }
  say(`${what}, median of ${rounds}`, millis(median(took)), target)
  say(`${what}, 95th percentile`, millis(quantile(took, 0.95)))
  say(`${what}, median on the processors`, millis(median(cpu)))
}

export async function hire(app: App, today: Day): Promise<string[]> {
  await ask(app, identity.setup, {
    organisation: {
      ...{ name: 'Bench', currency: 'EUR', timeZone: 'Europe/Berlin', fiscalStartMonth: 1, weekStart: 1 },
      fiscalPattern: 'calendar',
    },
    director: { name: 'Director', email: 'director@bench.example', password: 'sunny-harbour-bench' },
  })
  const ids: string[] = []
  for (let at = 0; at < people; at += 1) {
    const one = {
      name: `Person ${at}`,
      email: `p${at}@bench.example`,
      title: 'Specialist',
      roles: ['creator'],
    }
    const { person } = await ask(app, identity.invite, { ...one, managerId: null })
    ids.push(person.id)
    await employ(app, { id: person.id, at, today })
  }
  return ids
}

async function employ(app: App, { id, at, today }: { id: string; at: number; today: Day }): Promise<void> {
  const [country, region] = places[at % places.length]!.split('-') as [string, string]
  await ask(app, availability.setPlace, { id, country, region: region || null, version: 0 })
  if (at % 4 === 0)
    await ask(app, availability.setWeek, {
      ...{ id, version: 1, fromOn: addDays(today, at % 90), reason: 'Part-time' },
      ...{ minutes: [360, 360, 360, 360, 0, 0, 0], focusPercent: 80 },
    })
  for (const kind of ['meetings', 'support'] as const)
    await ask(app, availability.addDuty, {
      id,
      kind,
      minutes: 180,
      fromOn: addDays(today, -30),
      reason: 'Weekly',
    })
  for (const week of [2, 9, 17]) {
    const fromOn = addDays(today, 7 * week + (at % 5))
    await ask(app, availability.askLeave, { id, kind: 'holiday', fromOn, toOn: addDays(fromOn, 6) })
  }
}
