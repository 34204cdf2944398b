import { type Actor, anonymous } from '../kernel/actor.ts'
import type { Asked, Out, Route } from '../kernel/contract.ts'
import { actorSource } from '../kernel/http/server.ts'
import { perform } from '../kernel/perform.ts'
import { identity } from '../modules/identity/contract.ts'
import { startTestApp, type TestApp } from './app.ts'

/** The people of Northwind Instruments, by first name; `manager` is whom they report to. */
const people = {
  carol: { name: 'Carol Weiss', title: 'CMO', roles: ['cmo'] },
  ana: { name: 'Ana Ribeiro', title: 'Director of Marketing Operations', roles: ['director'] },
  marco: {
    name: 'Marco Haas',
    title: 'Marketing Operations Manager',
    roles: ['manager'],
    manager: 'ana',
  },
  ines: {
    name: 'Inès Laurent',
    title: 'Director of Marketing Analytics',
    roles: ['analytics-director'],
    manager: 'carol',
  },
  cleo: { name: 'Cleo Park', title: 'Creative Director', roles: ['creative-director'], manager: 'carol' },
  pia: { name: 'Pia Novak', title: 'Project Manager', roles: ['project-manager'], manager: 'marco' },
  kai: { name: 'Kai Okafor', title: 'Content Creator', roles: ['creator'], manager: 'pia' },
  sam: { name: 'Sam Ortiz', title: 'Sales Operations', roles: ['sales-operations'] },
  fay: { name: 'Fay Lindqvist', title: 'Financial Controller', roles: ['finance'] },
  ivan: { name: 'Ivan Petrov', title: 'IT', roles: ['it'] },
  gus: { name: 'Gus Bell', title: 'Account lead', roles: ['agency'], company: 'Bell & Partners' },
  vera: { name: 'Vera Sato', title: 'Analyst', roles: ['viewer'] },
} satisfies Record<
  string,
  { name: string; title: string; roles: string[]; manager?: string; company?: string }
>

export type PersonName = keyof typeof people
export const passwordOf = (name: PersonName): string => `sunny-harbour-${[...name].reverse().join('')}`
export const emailOf = (name: PersonName): string => `${name}@northwind.example`

export type Company = TestApp & {
  ids: Record<PersonName, string>
  /** Ask as somebody who signed in, with the permissions they hold at this moment. */
  as(name: PersonName): <R extends Route>(route: R, input: Asked<R>) => Promise<Out<R>>
  actorOf(name: PersonName): Promise<Actor>
  /** What their browser sends along. */
  cookieOf(name: PersonName): Promise<string>
}

/** A small firm, made by the product's own commands: Ana founds it and invites the others, who join when needed. */
export async function startCompany(options: Parameters<typeof startTestApp>[0] = {}): Promise<Company> {
  const test = await startTestApp(options)
  const cookies = new Map<PersonName, string>()
  const links = new Map<PersonName, string>()
  const ids = {} as Record<PersonName, string>

  const knock = async <R extends Route>(route: R, input: Asked<R>) => {
    const reply = new Headers()
    const answer = await perform(test.app, route, input, { actor: anonymous, via: 'test', reply })
    return { answer, cookie: reply.get('set-cookie')?.split(';')[0] ?? '' }
  }
  const cookieOf = async (name: PersonName): Promise<string> => {
    if (!cookies.has(name)) {
      const token = links.get(name) ?? ''
      cookies.set(name, (await knock(identity.acceptInvite, { token, password: passwordOf(name) })).cookie)
    }
    return cookies.get(name) ?? ''
  }
  const actorOf = async (name: PersonName): Promise<Actor> => {
    const headers = new Headers({ cookie: await cookieOf(name) })
    return (await test.app.services.use(actorSource)(headers)) ?? anonymous
  }
  const as: Company['as'] = (name) => async (route, input) => test.ask(route, input, await actorOf(name))

  const founded = await knock(identity.setup, {
    organisation: {
      name: 'Northwind Instruments',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      fiscalStartMonth: 2,
      weekStart: 1,
      fiscalPattern: 'calendar',
    },
    director: { ...people.ana, email: emailOf('ana'), password: passwordOf('ana') },
  })
  cookies.set('ana', founded.cookie)
  ids.ana = founded.answer.personId
  for (const name of Object.keys(people) as PersonName[]) {
    if (name === 'ana') continue
    const { manager, ...person } = { manager: undefined, ...people[name] }
    const managerId = manager ? ids[manager as PersonName] : null
    const invited = await as('ana')(identity.invite, { ...person, email: emailOf(name), managerId })
    ids[name] = invited.person.id
    links.set(name, invited.link.url?.split('/').at(-1) ?? '')
  }
  return { ...test, ids, as, actorOf, cookieOf }
}
