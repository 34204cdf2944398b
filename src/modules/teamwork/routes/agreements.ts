import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { PlanDay } from '../../../kernel/plan-day.ts'
import { Agreement, AgreementLine, Commitment, CommitmentState, Rules } from '../things/agreement.ts'
import { version, words } from '../things/words.ts'

export const agreementRoutes = {
  agreements: route({
    method: 'GET',
    path: '/team-agreements',
    access: 'teamwork:read',
    summary: 'List the teams with their agreement, what they promised and how much of it they kept',
    input: z.object({}),
    output: z.object({ items: z.array(AgreementLine) }),
  }),
  agreement: route({
    method: 'GET',
    path: '/team-agreements/{id}',
    access: 'teamwork:read',
    summary:
      'One team’s agreement, by the team’s id: rules, who said yes, commitments with the open ones first',
    input: One,
    output: Agreement,
  }),
  saveAgreement: route({
    method: 'POST',
    path: '/team-agreements/{id}/versions',
    access: 'teamwork:write',
    summary: 'Save a new version of a team’s agreement; refused when somebody saved one since `base`',
    input: One.extend({
      rules: Rules,
      reason: z.string().trim().max(300).default(''),
      base: z.number().int().min(0),
    }),
    output: Agreement,
  }),
  sayYes: route({
    method: 'POST',
    path: '/team-agreements/{id}/yes',
    access: 'teamwork:write',
    summary: 'Say yes to a version of your team’s agreement under your name',
    input: One.extend({ version }),
    output: Agreement,
  }),
  takeYesBack: route({
    method: 'DELETE',
    path: '/team-agreements/{id}/yes',
    access: 'teamwork:write',
    summary: 'Take back your yes to the version of the agreement in force',
    input: One,
    output: Agreement,
  }),
  promise: route({
    method: 'POST',
    path: '/team-agreements/{id}/commitments',
    access: 'teamwork:write',
    summary: 'Promise your team something by a day',
    input: One.extend({ what: words(200), dueOn: PlanDay }),
    output: Commitment,
  }),
  settle: route({
    method: 'PUT',
    path: '/commitments/{id}/outcome',
    access: 'teamwork:write',
    summary: 'Say that a commitment was kept, broken, or promised anew for another day; or open it again',
    input: One.extend({
      version,
      state: CommitmentState,
      why: z.string().trim().max(300).default(''),
      dueOn: PlanDay.nullable().default(null),
    }),
    output: Commitment,
  }),
}
