import { z } from 'zod'
import { Where } from '../../engine/query/query.ts'
import { contract, event, route } from '../../kernel/contract.ts'

const text = z.string()
const count = z.number().int()
const day = z.iso.date()
const share = z.number().nullable()

/** How a person or an opportunity is found to have entered a stage; the earliest of the rules counts. */
export const EntryRule = z.union([
  z.strictObject({ date: text }),
  z.strictObject({ history: z.array(text).min(1) }),
  z.strictObject({ opportunity: z.enum(['opened', 'won']) }),
])
export const Stage = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]{1,20}$/, 'takes 2 to 21 small letters, digits or _'),
  name: text.min(1).max(60),
  rules: z.array(EntryRule).min(1).max(10),
  /** Days within which the stage should be left. */
  slaDays: count.min(1).max(3650).nullable(),
})
export type Stage = z.infer<typeof Stage>
export const StageSet = z.object({
  version: count,
  stages: z.array(Stage),
  changedAt: text.nullable(),
  by: text.nullable(),
  reason: text,
})

const cohort = {
  from: day.optional(),
  to: day.optional(),
  where: z.array(Where).max(20).default([]),
}

export const FunnelStep = z.object({
  stage: text,
  name: text,
  /** Of the cohort, how many reached the stage within the horizon. */
  reached: count,
  /** Of these, entries put in because a later stage was reached. */
  imputed: count,
  /** Share of the stage before that reached this one; of the first stage null. */
  fromPrevious: share,
  fromPreviousInterval: z.tuple([z.number(), z.number()]).nullable(),
  fromFirst: share,
  /** Left the funnel here: reached this stage, not the next, and rejected, lost or past the horizon. */
  leaked: count,
  open: count,
  medianDays: share,
  p85Days: share,
})
export const FunnelGroup = z.object({ value: text.nullable(), steps: z.array(FunnelStep) })

export const Week = z.object({
  week: text,
  from: text,
  to: text,
  entered: z.record(text, count),
  /** Share of the cohort's final conversions that its age lets us expect to have happened. */
  maturity: share,
  won: count,
  expectedWon: z.number().nullable(),
})
export const StageReadOut = z.object({
  stage: text,
  name: text,
  level: share,
  direction: z.enum(['up', 'down', 'flat', 'unknown']),
  speed: share,
  says: text,
})

export const Opportunity = z.object({
  id: text,
  key: text,
  name: text.nullable(),
  account: text.nullable(),
  owner: text.nullable(),
  manager: text.nullable(),
  product: text.nullable(),
  segment: text.nullable(),
  origin: text.nullable(),
  stage: text.nullable(),
  outcome: z.enum(['open', 'won', 'lost']),
  amount: z.object({ amount: z.number(), currency: text }).nullable(),
  openedOn: text.nullable(),
  closedOn: text.nullable(),
  lossReason: text.nullable(),
  system: text,
})
export type Opportunity = z.infer<typeof Opportunity>

const entry = z.object({ stage: text, enteredAt: text, leftAt: text.nullable() })
const origin = z.object({ importId: text, file: text, row: count })
const paged = { limit: count.min(1).max(500).default(100), offset: count.min(0).default(0) }

export const Lead = z.object({
  id: text,
  name: text.nullable(),
  email: text.nullable(),
  account: text.nullable(),
  origin: text.nullable(),
  channel: text.nullable(),
  owner: text.nullable(),
  stage: text.nullable(),
  enteredOn: text.nullable(),
  leadOn: text.nullable(),
  rejectionReason: text.nullable(),
  disputed: z.boolean(),
})
export const Dispute = z.object({
  id: text,
  leadId: text,
  reason: text,
  by: text,
  at: text,
  answer: text.nullable(),
  verdict: z.enum(['upheld', 'declined']).nullable(),
  answeredBy: text.nullable(),
  answeredAt: text.nullable(),
})

export const pipeline = contract(
  'pipeline',
  {
    stages: route({
      method: 'GET',
      path: '/stages',
      access: 'member',
      summary: 'The stage definitions in force, and every version before them',
      input: z.object({}),
      output: z.object({ current: StageSet, versions: z.array(StageSet), attributes: z.array(text) }),
    }),
    changeStages: route({
      method: 'PUT',
      path: '/stages',
      access: 'stages:manage',
      summary:
        'Change names, order, entry rules or SLA of the stages; figures are rebuilt, the old version stays on record',
      input: z.object({
        stages: z.array(Stage).min(2).max(12),
        reason: text.min(3).max(500),
        version: count,
      }),
      output: StageSet,
    }),
    funnel: route({
      method: 'GET',
      path: '/pipeline/funnel',
      access: 'metrics:read',
      summary: 'The funnel of a cohort: stages, conversion within a horizon, time in stage, where it leaks',
      input: z.object({ ...cohort, horizon: count.min(1).max(3650).optional(), by: text.optional() }),
      output: z.object({
        cohort: z.object({ from: text.nullable(), to: text.nullable(), size: count, kind: text }),
        horizon: count.nullable(),
        total: z.array(FunnelStep),
        groups: z.array(FunnelGroup),
        rejections: z.array(z.object({ reason: text.nullable(), leads: count })),
        /** The biggest leak in words. */
        finding: text.nullable(),
        notes: z.array(text),
      }),
    }),
    conversion: route({
      method: 'GET',
      path: '/pipeline/conversion',
      access: 'metrics:read',
      summary: 'Conversion between any two stages by cohort month within a horizon',
      input: z.object({
        ...cohort,
        fromStage: text,
        toStage: text,
        horizon: count.min(1).max(3650).default(90),
        grain: z.enum(['week', 'month', 'quarter', 'year']).default('month'),
      }),
      output: z.object({
        cohorts: z.array(
          z.object({
            period: text,
            entered: count,
            converted: count,
            rate: share,
            interval: z.tuple([z.number(), z.number()]).nullable(),
            mature: z.boolean(),
          }),
        ),
        notes: z.array(text),
      }),
    }),
    trajectory: route({
      method: 'GET',
      path: '/pipeline/trajectory',
      access: 'metrics:read',
      summary: 'Weekly leads through the stages: level, direction, speed, maturity and expected conversions',
      input: z.object({ to: day.optional(), weeks: count.min(4).max(260).default(26), where: cohort.where }),
      output: z.object({
        stages: z.array(z.object({ id: text, name: text })),
        weeks: z.array(Week),
        readOuts: z.array(StageReadOut),
        finding: text.nullable(),
        notes: z.array(text),
      }),
    }),
    timeInStage: route({
      method: 'GET',
      path: '/pipeline/time-in-stage',
      access: 'metrics:read',
      summary: 'Time in a stage: Kaplan–Meier median and P85, competing exits by Aalen–Johansen',
      input: z.object({ ...cohort, stage: text }),
      output: z.object({
        stage: text,
        entries: count,
        open: count,
        median: share,
        medianInterval: z.tuple([share, share]),
        p85: share,
        curve: z.array(
          z.object({ day: z.number(), stays: z.number(), lower: z.number(), upper: z.number() }),
        ),
        exits: z.array(
          z.object({
            cause: text,
            share: z.number(),
            curve: z.array(z.object({ day: z.number(), share: z.number() })),
          }),
        ),
        overdue: count,
        notes: z.array(text),
      }),
    }),
    velocity: route({
      method: 'GET',
      path: '/pipeline/velocity',
      access: 'metrics:read',
      summary: 'Pipeline velocity: opportunities × win rate × value ÷ days to close',
      input: z.object(cohort),
      output: z.object({
        opportunities: count,
        winRate: share,
        averageValue: z.object({ amount: z.number(), currency: text }).nullable(),
        medianDays: share,
        perDay: z.object({ amount: z.number(), currency: text }).nullable(),
        notes: z.array(text),
      }),
    }),
    opportunities: route({
      method: 'GET',
      path: '/opportunities',
      access: 'metrics:read',
      summary: 'List opportunities',
      input: z.object({
        ...cohort,
        ...paged,
        search: text.max(200).optional(),
        outcome: z.enum(['open', 'won', 'lost']).optional(),
        sort: z.enum(['amount', 'opened', 'closed', 'name']).default('closed'),
        order: z.enum(['up', 'down']).default('down'),
      }),
      output: z.object({ items: z.array(Opportunity), total: count }),
    }),
    opportunity: route({
      method: 'GET',
      path: '/opportunities/{id}',
      access: 'metrics:read',
      summary: 'Show an opportunity with its stages, people and where it came from',
      input: z.object({ id: text }),
      output: Opportunity.extend({
        stages: z.array(entry),
        contacts: z.array(z.object({ id: text, name: text.nullable(), role: text.nullable() })),
        from: origin.nullable(),
      }),
    }),
    winLoss: route({
      method: 'GET',
      path: '/pipeline/win-loss',
      access: 'metrics:read',
      summary: 'Won and lost by reason, owner, manager, product, segment or any other dimension',
      input: z.object({ ...cohort, by: text.default('loss_reason') }),
      output: z.object({
        groups: z.array(
          z.object({
            value: text.nullable(),
            won: count,
            lost: count,
            winRate: share,
            interval: z.tuple([z.number(), z.number()]).nullable(),
            wonValue: z.object({ amount: z.number(), currency: text }).nullable(),
          }),
        ),
        notes: z.array(text),
      }),
    }),
    sla: route({
      method: 'GET',
      path: '/pipeline/sla',
      access: 'metrics:read',
      summary: 'Stages with an SLA: kept, broken, open and overdue; rejections by reason',
      input: z.object(cohort),
      output: z.object({
        stages: z.array(
          z.object({
            stage: text,
            name: text,
            slaDays: count,
            kept: count,
            broken: count,
            open: count,
            overdue: count,
          }),
        ),
        rejections: z.array(z.object({ reason: text.nullable(), leads: count })),
      }),
    }),
    leads: route({
      method: 'GET',
      path: '/leads',
      access: 'metrics:read',
      summary: 'List leads with the stage they stand in',
      input: z.object({ ...cohort, ...paged, search: text.max(200).optional(), stage: text.optional() }),
      output: z.object({ items: z.array(Lead), total: count }),
    }),
    lead: route({
      method: 'GET',
      path: '/leads/{id}',
      access: 'metrics:read',
      summary: 'Show a lead with its stages, touches, opportunities, disputes and where it came from',
      input: z.object({ id: text }),
      output: Lead.extend({
        stages: z.array(entry.extend({ imputed: z.boolean() })),
        touches: z.array(
          z.object({
            at: text,
            kind: text.nullable(),
            channel: text.nullable(),
            campaign: text.nullable(),
            detail: text.nullable(),
          }),
        ),
        opportunities: z.array(Opportunity),
        disputes: z.array(Dispute),
        from: z.array(origin.extend({ source: text })),
      }),
    }),
    disputes: route({
      method: 'GET',
      path: '/disputes',
      access: 'metrics:read',
      summary: 'Leads that sales operations disputes, with answers',
      input: z.object({ open: z.boolean().optional() }),
      output: z.object({ items: z.array(Dispute) }),
    }),
    dispute: route({
      method: 'POST',
      path: '/leads/{id}/disputes',
      access: 'leads:dispute',
      summary: 'Dispute a lead with a reason',
      input: z.object({ id: text, reason: text.min(3).max(1000) }),
      output: Dispute,
    }),
    answerDispute: route({
      method: 'POST',
      path: '/disputes/{id}/answer',
      access: 'quality:manage',
      summary: 'Answer a dispute: upheld or declined, with the reason',
      input: z.object({ id: text, verdict: z.enum(['upheld', 'declined']), answer: text.min(3).max(1000) }),
      output: Dispute,
    }),
  },
  {
    stagesChanged: event(
      'changed the stage definitions: {reason}',
      z.object({ version: count, reason: text }),
    ),
    leadDisputed: event('disputed a lead: {reason}', z.object({ leadId: text, reason: text })),
    disputeAnswered: event('answered a dispute: {verdict}', z.object({ leadId: text, verdict: text })),
  },
)
