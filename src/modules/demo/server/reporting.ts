import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { perform } from '../../../kernel/perform.ts'
import { identity } from '../../identity/contract.ts'
import { readDirectory } from '../../identity/server/index.ts'
import { demoPeople } from '../../imports/server/index.ts'

/** Whoever founded the organisation was there before their boss; the line is completed once everybody is. */
export async function completeReporting(app: App): Promise<void> {
  const people = [...(await readDirectory(app.db)).rows.values()]
  for (const { email, reportsTo } of demoPeople) {
    const person = people.find((one) => one.email === email)
    const boss = people.find((one) => one.email === reportsTo)
    if (!person || !boss || person.manager_id === boss.id) continue
    const call = { actor: system('demo'), via: 'job', idempotencyKey: `demo-reporting-${person.id}` }
    await perform(app, identity.changePerson, { id: person.id, managerId: boss.id }, call)
  }
}
