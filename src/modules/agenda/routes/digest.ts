import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { ChoiceInput, Digest, text } from '../things.ts'

const Pass = z.object({ pass: text.max(700) })
const Standing = z.object({ rhythm: text })

export const digestRoutes = {
  digest: route({
    method: 'GET',
    path: '/digest',
    access: 'member',
    summary: 'Show your digest: when it comes, and what it would hold now',
    input: z.object({}),
    output: Digest,
  }),
  chooseDigest: route({
    method: 'PUT',
    path: '/digest',
    access: 'member',
    summary: 'Choose how often your digest comes by e-mail, or that it does not',
    input: ChoiceInput,
    output: Digest,
  }),
  stopDigest: route({
    method: 'POST',
    path: '/digest-passes/{pass}/stop',
    access: 'public',
    summary: 'Stop the digest by the link in it, without signing in',
    input: Pass,
    output: Standing,
  }),
  resumeDigest: route({
    method: 'POST',
    path: '/digest-passes/{pass}/resume',
    access: 'public',
    summary: 'Let a digest that was stopped by its link come again',
    input: Pass,
    output: Standing,
  }),
}
