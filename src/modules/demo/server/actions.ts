import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, dayIn } from '../../../methods/fiscal.ts'
import { roleDefaults } from '../../identity/rules.ts'
import { createPerson, hashPassword, setup } from '../../identity/server/index.ts'
import { demoCompany, demoPeople, landedBatches } from '../../imports/server/index.ts'
import { demo } from '../contract.ts'
import { fillDemo } from './fill.ts'

/** Everybody of the demo company signs in with it; the demo holds nothing real. */
const password = 'the-full-score'
const runId = 'demo'

export async function start(ctx: Ctx, { size }: In<typeof demo.start>) {
  const director = demoPeople.find((person) => person.roles.includes('Director'))!
  const asker = ctx.actor
  const { name, currency, zone, fiscalStartMonth, weekStart } = demoCompany
  const organisation = {
    name,
    currency,
    timeZone: zone,
    fiscalStartMonth,
    weekStart,
    fiscalPattern: 'calendar' as const,
  }
  const { personId } = await setup(ctx, {
    organisation,
    director: { name: director.name, email: director.email, title: director.title, password },
  })

  await hireTheOthers(ctx, director.email, personId)
  const until = addDays(dayIn(zone, ctx.now), -1)
  await ctx.insert('demo_runs', { id: runId, size, until, state: 'making', files: 0, reason: null })
  await ctx.record(demo.events.started, runId, { size })
  ctx.enqueue(fillDemo, {})
  ctx.actor = asker

  return standing(ctx)
}

/** Bosses first, so that everybody's reporting line exists. */
async function hireTheOthers(ctx: Ctx, directorEmail: string, directorId: string): Promise<void> {
  const hired = new Map([[directorEmail, directorId]])
  const passwordHash = await hashPassword(password)
  let waiting = demoPeople.filter((person) => person.email !== directorEmail)
  while (waiting.length > 0) {
    const next = waiting.filter((person) => !person.reportsTo || hired.has(person.reportsTo))
    if (next.length === 0) throw new Error('The demo company has a circle in its reporting line.')
    for (const person of next) {
      const managerId = person.reportsTo ? hired.get(person.reportsTo)! : null
      const company = person.email.endsWith(`@${demoCompany.domain}`) ? null : person.email.split('@')[1]!
      hired.set(
        person.email,
        await createPerson(ctx, {
          ...person,
          roles: person.roles.map(roleId),
          managerId,
          company,
          passwordHash,
        }),
      )
    }
    waiting = waiting.filter((person) => !next.includes(person))
  }
}

function roleId(name: string): string {
  const role = roleDefaults.find((one) => one.name === name)
  if (!role) throw new Error(`The demo company names the role “${name}”, which does not exist.`)
  return role.id
}

export async function status(ctx: Ctx) {
  return standing(ctx)
}

async function standing(ctx: Ctx) {
  const run = await ctx.db.selectFrom('demo_runs').selectAll().where('id', '=', runId).executeTakeFirst()
  if (!run) return { state: 'none' as const, landed: 0, files: 0, reason: null, people: [], password: null }
  const landed = await landedBatches(ctx.db)
  return {
    state: run.state as 'making' | 'landing' | 'ready' | 'failed',
    landed: landed.length,
    files: run.files,
    reason: run.reason,
    people: demoPeople.map(({ name, email, title, roles }) => ({ name, email, title, role: roles[0] ?? '' })),
    password,
  }
}
