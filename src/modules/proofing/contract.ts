import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { Line } from '../identity/contract.ts'
import { verdicts } from './rules.ts'
import { PinInput, Proof, Said, Stages, text, Whole } from './things.ts'

export * from './things.ts'

const nothing = z.object({})
const One = z.object({ id: text.max(80) })
const round = z.number().int().min(1)
const number = z.number().int().min(1)

/** Names of files stay out of the feed. */
export const proofing = contract(
  'proofing',
  {
    list: route({
      method: 'GET',
      path: '/proofs',
      access: 'member',
      summary: 'List the proofs of files that you may read',
      input: z.object({ which: z.enum(['mine', 'open', 'all']).default('open') }),
      output: z.object({ items: z.array(Proof) }),
    }),
    show: route({
      method: 'GET',
      path: '/proofs/{id}',
      access: 'member',
      summary: 'Show a proof whole: its stages, who decides next, its pins',
      input: One,
      output: Whole,
    }),
    choices: route({
      method: 'GET',
      path: '/files/{id}/proof-choices',
      access: 'member',
      summary: 'List who can be asked to decide about a file',
      input: One,
      output: z.object({ name: text, number, people: z.array(z.object({ id: text, name: text })) }),
    }),
    open: route({
      method: 'POST',
      path: '/proofs',
      access: 'member',
      summary: 'Open a proof of a version of a file, with stages of people who decide',
      input: z.object({ fileId: text.max(80), number, stages: Stages }),
      output: Whole,
    }),
    nextRound: route({
      method: 'POST',
      path: '/proofs/{id}/rounds',
      access: 'member',
      summary: 'Open the next round of a proof with a newer version; open pins are carried over',
      input: One.extend({ round, number, stages: Stages }),
      output: Whole,
    }),
    decide: route({
      method: 'POST',
      path: '/proofs/{id}/decisions',
      access: 'member',
      summary: 'Decide about the version of a round when it is your turn',
      input: One.extend({ round, verdict: z.enum(verdicts), reason: Line(1000).default('') }),
      output: Whole,
    }),
    takeBack: route({
      method: 'DELETE',
      path: '/proofs/{id}/decisions',
      access: 'member',
      summary: 'Take your decision back, while nobody decided after you',
      input: One.extend({ round }),
      output: Whole,
    }),
    pin: route({
      method: 'POST',
      path: '/proofs/{id}/pins',
      access: 'member',
      summary: 'Pin a comment to a place on a page',
      input: One.extend({ round, ...PinInput.shape }),
      output: Whole,
    }),
    reply: route({
      method: 'POST',
      path: '/proof-pins/{id}/replies',
      access: 'member',
      summary: 'Answer at a pin',
      input: One.extend({ words: Said }),
      output: Whole,
    }),
    settle: route({
      method: 'PUT',
      path: '/proof-pins/{id}/settled',
      access: 'member',
      summary: 'Settle a pin, or open it again',
      input: One.extend({ isSettled: z.boolean() }),
      output: Whole,
    }),
    withdraw: route({
      method: 'PUT',
      path: '/proofs/{id}/withdrawn',
      access: 'member',
      summary: 'Withdraw a proof, or take it up again',
      input: One.extend({ isWithdrawn: z.boolean() }),
      output: Whole,
    }),
  },
  {
    opened: event('opened a proof', nothing),
    roundOpened: event('opened round {round} of a proof', z.object({ round })),
    decided: event('decided about a proof: {verdict}', z.object({ verdict: text })),
    takenBack: event('took a decision about a proof back', nothing),
    pinned: event('pinned a comment to a proof', nothing),
    answered: event('answered at a pin', nothing),
    settled: event('settled a pin', nothing),
    unsettled: event('opened a pin again', nothing),
    withdrawn: event('withdrew a proof', nothing),
    takenUp: event('took a proof up again', nothing),
  },
)
