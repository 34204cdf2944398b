import type { App } from '../../../kernel/app.ts'
import { addDays, type Day, dayIn, weekdayOf } from '../../../methods/days.ts'
import { availability } from '../../availability/contract.ts'
import { readDirectory, settings } from '../../identity/server/index.ts'
import { hubs, type PlannedLeave, type Worker, workers } from './availability-people.ts'
import { type Firm, peopleOf } from './people.ts'
import { writeTeams } from './teams.ts'

/** Teams, hubs, skills, and for everybody where they work, what else they do and when they are away, around today. */
export async function writeAvailability(app: App): Promise<void> {
  const firm = await peopleOf(app, 'availability')
  const { rows } = await readDirectory(app.db)
  const bossOf = (who: string) => {
    const boss = rows.get(rows.get(firm.id(who))?.manager_id ?? '')
    return boss?.email.split('@')[0] ?? 'marguerite'
  }
  const today = dayIn((await settings(app.db)).timeZone, new Date())
  await writeHubs(firm, await writeTeams(firm))
  const skills = await writeSkills(firm)
  for (const [who, worker] of Object.entries(workers)) {
    await settle(firm, who, worker, today)
    await state(firm, { who, boss: bossOf(who), worker, skills })
    for (const leave of worker.leave ?? []) await goAway(firm, { who, boss: bossOf(who), leave, today })
  }
}

async function writeHubs({ as, id }: Firm, made: ReadonlyMap<string, string>): Promise<void> {
  for (const { lead, people, teams: served, ...said } of hubs)
    await as('imogen')(availability.addHub, {
      ...{ ...said, leadId: id(lead), peopleIds: people.map(id) },
      teamIds: served.map((name) => made.get(name)!),
    })
}

async function writeSkills({ as }: Firm): Promise<Map<string, string>> {
  const names = new Set(Object.values(workers).flatMap(({ skills = [] }) => skills.map(([name]) => name)))
  const made = new Map<string, string>()
  for (const name of [...names].sort())
    made.set(name, (await as('imogen')(availability.addSkill, { name })).id)
  return made
}

async function settle({ as, id }: Firm, who: string, worker: Worker, today: Day): Promise<void> {
  const [country, region] = worker.place.split('-') as [string, string]
  await as(who)(availability.setPlace, { id: id(who), country, region, version: 0 })
  if (worker.week) {
    const { days, focus, reason } = worker.week
    const week = {
      fromOn: addDays(today, -200),
      minutes: days.map((one) => one * 60),
      focusPercent: focus,
      reason,
    }
    await as('marguerite')(availability.setWeek, { id: id(who), version: 1, ...week })
  }
  for (const [kind, hours, reason] of worker.duties ?? [])
    await as(who)(availability.addDuty, {
      ...{ id: id(who), kind, minutes: hours * 60, fromOn: addDays(today, -120), reason },
    })
}

type Someone = { who: string; boss: string }

async function state(
  { as, id }: Firm,
  { who, boss, worker, skills }: Someone & { worker: Worker; skills: Map<string, string> },
): Promise<void> {
  for (const [name, stated, confirmed] of worker.skills ?? []) {
    const which = { id: id(who), skillId: skills.get(name)! }
    const { version } = await as(who)(availability.stateSkill, { ...which, level: stated, version: 0 })
    if (confirmed) await as(boss)(availability.confirmSkill, { ...which, level: confirmed, version })
  }
}

async function goAway(
  { as, id }: Firm,
  { who, boss, leave, today }: Someone & { leave: PlannedLeave; today: Day },
): Promise<void> {
  const by = [0, 1, 2].find((days) => weekdayOf(addDays(today, leave.from + days)) % 6 !== 0) ?? 0
  const { id: leaveId, version } = await as(who)(availability.askLeave, {
    ...{ id: id(who), kind: leave.kind, note: leave.note ?? '' },
    ...{ fromOn: addDays(today, leave.from + by), toOn: addDays(today, leave.to + by) },
    ...{ startsHalf: leave.half === 'starts', endsHalf: leave.half === 'ends' },
    standInId: leave.standIn ? id(leave.standIn) : null,
  })
  const which = { id: leaveId, version }
  if (leave.becomes === 'approved') await as(boss)(availability.approveLeave, which)
  if (leave.becomes === 'declined')
    await as(boss)(availability.declineLeave, {
      ...{ ...which, reason: 'Kofi is away in the same week; any week after it is fine.' },
    })
}
