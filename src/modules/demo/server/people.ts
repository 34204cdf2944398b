import type { Actor } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Asked, Out, Route } from '../../../kernel/contract.ts'
import { perform } from '../../../kernel/perform.ts'
import { readDirectory } from '../../identity/server/index.ts'

/** Somebody of the demo company, by the first part of their address, acting under their own name. */
export type As = (who: string) => <R extends Route>(route: R, input: Asked<R>) => Promise<Out<R>>
export type Firm = { as: As; actor: (who: string) => Actor; id: (who: string) => string }

/**
 * The doors of the demo company’s people. Calls about one matter are numbered, so that a filling taken up again repeats
 * none. With `rights` they may do no more than these; without, whatever the filling needs.
 */
export async function peopleOf(
  app: App,
  matter: string,
  rights?: Record<string, ReadonlySet<string>>,
): Promise<Firm> {
  const { rows } = await readDirectory(app.db)
  const person = (who: string) => {
    const found = [...rows.values()].find((one) => one.email.startsWith(`${who}@`))
    if (!found) throw new Error(`The demo company has nobody called ${who}.`)
    return found
  }
  const actor = (who: string): Actor => {
    const { id, name } = person(who)
    return { kind: 'person', id, personId: id, name, permissions: rights ? rights[who]! : 'all' }
  }
  let calls = 0
  const as: As = (who) => (route, input) => {
    calls += 1
    const idempotencyKey = `demo-${matter}-${calls}`
    return perform(app, route, input, { actor: actor(who), via: 'job', idempotencyKey })
  }
  return { as, actor, id: (who) => person(who).id }
}
