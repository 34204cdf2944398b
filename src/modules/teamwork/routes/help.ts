import { z } from 'zod'
import { changesOf } from '../../../kernel/changes.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Hand, HandState, HandTerms, Incentive, IncentiveTerms, Win } from '../things/hand.ts'
import { version, words } from '../things/words.ts'

const id = z.string().max(80)

export const helpRoutes = {
  hands: route({
    method: 'GET',
    path: '/hands',
    access: 'teamwork:read',
    summary: 'List who asks for a hand and who offers one, across teams, with what fits together',
    input: z.object({ only: z.enum(['open', 'mine', 'all']).default('open') }),
    output: z.object({ items: z.array(Hand) }),
  }),
  addHand: route({
    method: 'POST',
    path: '/hands',
    access: 'teamwork:write',
    summary: 'Ask for a hand or offer one; those it fits are told once',
    input: HandTerms.extend({ skills: HandTerms.shape.skills.default([]) }),
    output: Hand,
  }),
  moveHand: route({
    method: 'PUT',
    path: '/hands/{id}/state',
    access: 'teamwork:write',
    summary: 'Take up an ask or an offer, finish it with the hours it cost, withdraw it, or go back a step',
    input: One.extend({
      version,
      state: HandState,
      spentHours: z.number().min(0).max(1000, 'are 1000 at most').nullable().default(null),
    }),
    output: Hand,
  }),
  thank: route({
    method: 'POST',
    path: '/hands/{id}/thanks',
    access: 'teamwork:write',
    summary: 'Thank whoever gave you a hand; it shows on their page and their team’s',
    input: One.extend({ version, thanks: words(300) }),
    output: Hand,
  }),
  wins: route({
    method: 'GET',
    path: '/wins',
    access: 'teamwork:read',
    summary: 'List recognised wins, of everybody, of one person, or of one team',
    input: z.object({ personId: id.optional(), teamId: id.optional() }),
    output: z.object({ items: z.array(Win) }),
  }),
  recognise: route({
    method: 'POST',
    path: '/wins',
    access: 'teamwork:write',
    summary: 'Recognise a win of somebody or of a team',
    input: z.object({
      toId: id.nullable().default(null),
      teamId: id.nullable().default(null),
      what: words(300),
    }),
    output: Win,
  }),
  removeWin: route({
    method: 'DELETE',
    path: '/wins/{id}',
    access: 'teamwork:write',
    summary: 'Take back a recognition that you wrote',
    input: One,
    output: z.object({}),
  }),
  incentives: route({
    method: 'GET',
    path: '/incentives',
    access: 'teamwork:read',
    summary: 'List what is done to encourage a behaviour, with the effect that was observed',
    input: z.object({}),
    output: z.object({ items: z.array(Incentive) }),
  }),
  addIncentive: route({
    method: 'POST',
    path: '/incentives',
    access: 'teamwork:manage',
    summary: 'Add to the recognition plan: which behaviour, what is done for it, since when',
    input: IncentiveTerms.omit({ isEnded: true, effect: true }).extend({
      ownerId: id.nullable().default(null),
    }),
    output: Incentive,
  }),
  changeIncentive: route({
    method: 'PATCH',
    path: '/incentives/{id}',
    access: 'teamwork:manage',
    summary: 'Change an entry of the recognition plan, note the effect observed, or end it',
    input: One.extend({ version, ...changesOf(IncentiveTerms).shape }),
    output: Incentive,
  }),
}
