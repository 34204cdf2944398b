import { identity } from '../../identity/contract.ts'
import type { Firm } from './people.ts'

const teams = [
  {
    ...{
      name: 'Marketing operations',
      purpose: 'Runs campaigns, data and tools, and keeps the vision in sight.',
    },
    lead: 'imogen',
    members: ['rafael', 'bram', 'priya', 'mateusz', 'annika', 'jonas', 'friederike', 'maya'],
  },
  {
    ...{ name: 'Creative', purpose: 'Makes what the market sees of us.' },
    ...{ lead: 'solveig', members: ['solveig', 'kofi', 'yuna', 'ben', 'derek'] },
  },
  {
    ...{ name: 'Analytics', purpose: 'Says what the figures say, and how far they can be trusted.' },
    ...{ lead: 'priya', members: ['priya', 'mateusz', 'lena', 'tyler'] },
  },
  {
    ...{ name: 'Regional marketing', purpose: 'Runs in each region what was made for all.' },
    ...{ lead: 'imogen', members: ['sadia', 'carla'] },
  },
  {
    ...{ name: 'Executive Team', purpose: 'Decides what marketing is for.' },
    ...{ lead: 'helena', members: ['tobias', 'imogen'] },
  },
]

/** The teams of the demo company; answers their ids by their names. */
export async function writeTeams({ as, id }: Firm): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const { name, purpose, lead, members } of teams) {
    const said = { name, purpose, leadId: id(lead), members: members.map(id) }
    made.set(name, (await as('imogen')(identity.addTeam, said)).id)
  }
  return made
}

export async function teamIds({ as }: Firm): Promise<Map<string, string>> {
  return new Map((await as('imogen')(identity.teams, {})).teams.map(({ id, name }) => [name, id]))
}
