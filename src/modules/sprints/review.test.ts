import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import { perform } from '../../kernel/perform.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { identity } from '../identity/contract.ts'
import { teamwork } from '../teamwork/contract.ts'
import { sprints } from './contract.ts'

let northwind: Company
let teamId: string
let now = new Date('2026-06-01T08:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['marco', 'kai', 'pia', 'ana', 'vera', 'cleo'] as const) await northwind.actorOf(name)
  const saved = await as('ana')(identity.addTeam, {
    ...{
      name: 'Content',
      purpose: '',
      leadId: northwind.ids.pia,
      members: [northwind.ids.kai, northwind.ids.pia],
    },
  })
  teamId = saved.id
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const plan = (name: string, startsOn: string, endsOn: string, said: object = {}) =>
  as('kai')(sprints.add, { teamId, name, goal: 'The pages convert', startsOn, endsOn, focus: 0.5, ...said })
const shown = (id: string, who: PersonName = 'kai') => as(who)(sprints.show, { id })

test('a review has two columns, hears people outside by link, and ends in improvements', async () => {
  const one = await plan('Reviewed', '2026-08-03', '2026-08-07')
  const { path } = await as('pia')(sprints.makeLink, { id: one.id })
  const token = path.split('/').at(-1)!
  const knock = { actor: anonymous, via: 'test' }
  expect(await perform(northwind.app, sprints.visit, { token }, knock)).toMatchObject({ name: 'Reviewed' })
  const said = { token, by: 'Ada of the client', part: 'product', text: 'The page is clear' } as const
  await perform(northwind.app, sprints.giveFeedback, said, knock)
  now = new Date(now.getTime() + 60_000)
  const process = await as('kai')(sprints.note, { id: one.id, part: 'process', text: 'Legal comes too late' })

  const improved = await as('pia')(sprints.improve, {
    ...{
      id: process.id,
      ownerId: northwind.ids.kai,
      dueOn: '2026-09-01',
      measure: 'Days until legal',
      unit: 'days',
    },
  })
  expect(improved.improvementId).toBeTruthy()
  const { items } = await as('kai')(teamwork.improvements, {})
  expect(items.map((each) => each.what)).toContain('Legal comes too late')
  const { notes } = await shown(one.id)
  expect(notes.map((each) => [each.part, each.by, each.isOutside])).toEqual([
    ['product', 'Ada of the client', true],
    ['process', 'Kai Okafor', false],
  ])
  await expect(as('cleo')(sprints.removeNote, { id: process.id })).rejects.toThrow('Kai Okafor said this')

  await as('pia')(sprints.takeLinksBack, { id: one.id })
  await expect(perform(northwind.app, sprints.giveFeedback, said, knock)).rejects.toThrow('taken back')
  await expect(perform(northwind.app, sprints.visit, { token: `${token}x` }, knock)).rejects.toThrow(
    'not whole',
  )
})

test('whoever has a link does not fill a review for the team', async () => {
  const one = await plan('Flooded', '2026-08-10', '2026-08-14')
  const { path } = await as('pia')(sprints.makeLink, { id: one.id })
  const said = { token: path.split('/').at(-1)!, by: 'Somebody', part: 'product' as const, text: 'Again' }
  const give = () => {
    now = new Date(now.getTime() + 2000)
    return perform(northwind.app, sprints.giveFeedback, said, { actor: anonymous, via: 'test' })
  }
  for (let note = 0; note < 100; note += 1) await give()
  await expect(give()).rejects.toThrow('This review is full')
  await as('kai')(sprints.note, { id: one.id, part: 'process', text: 'There is room for us' })
})
