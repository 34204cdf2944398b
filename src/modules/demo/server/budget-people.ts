import type { Actor } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Asked, Out, Route } from '../../../kernel/contract.ts'
import { perform } from '../../../kernel/perform.ts'
import { directory } from '../../identity/server/index.ts'

const may = (verbs: string): Set<string> => new Set(verbs.split(' ').map((verb) => `budget:${verb}`))
const control = 'read write request decide control headcount rates'
/** Each acts with what their role may do, so that limits and four eyes hold for them as for anybody. */
const rights: Record<string, Set<string>> = {
  helena: may('read request decide control headcount rates'),
  tobias: may('read request decide'),
  imogen: may(control),
  rafael: may('read write request decide rates'),
  bram: may('read request'),
  gareth: may('read invoice headcount rates'),
}

export type As = (who: string) => <R extends Route>(route: R, input: Asked<R>) => Promise<Out<R>>

/** The doors of the demo company’s people; calls are numbered, so that a filling taken up again repeats none. */
export async function peopleOf(app: App): Promise<{ as: As; id: (who: string) => string }> {
  const { rows } = await directory(app.db)
  const person = (who: string) => {
    const found = [...rows.values()].find((one) => one.email.startsWith(`${who}@`))
    if (!found) throw new Error(`The demo company has nobody called ${who}.`)
    return found
  }
  let calls = 0
  const as: As = (who) => (route, input) => {
    const { id, name } = person(who)
    const actor: Actor = { kind: 'person', id, personId: id, name, permissions: rights[who]! }
    calls += 1
    return perform(app, route, input, { actor, via: 'job', idempotencyKey: `demo-budget-${calls}` })
  }
  return { as, id: (who) => person(who).id }
}
