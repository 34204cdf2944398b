import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { GoalInput } from '../strategy/contract.ts'

const text = z.string()
const int = z.number().int()
const Named = z.object({ id: text, name: text })
const base = int.min(0)

export const Question = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'is 2 to 40 small letters, digits and hyphens'),
  group: z.enum(['objectives', 'priorities', 'customers', 'constraints', 'stop', 'success']),
  text: text.trim().min(8, 'takes at least 8 letters').max(300),
  hint: text.trim().max(300).default(''),
})
export type Question = z.infer<typeof Question>

const Questions = z
  .array(Question)
  .min(1, 'are one at least')
  .max(40, 'are 40 at most')
  .refine(
    (all) => new Set(all.map((one) => one.id)).size === all.length,
    'must each have a name of their own',
  )

export const QuestionSet = z.object({
  version: int,
  questions: z.array(Question),
  reason: text,
  by: text.nullable(),
  changedAt: text.nullable(),
})
export type QuestionSet = z.infer<typeof QuestionSet>

export const Round = z.object({
  id: text,
  client: text,
  quarter: z.object({ from: text, to: text, label: text }),
  person: Named,
  dueOn: text,
  askedBy: text,
  askedAt: text,
  submittedAt: text.nullable(),
  /** How many of its questions have an answer. */
  answered: int,
  questions: int,
  isLate: z.boolean(),
  version: int,
  can: z.object({ answer: z.boolean(), submit: z.boolean(), reopen: z.boolean(), manage: z.boolean() }),
})
export type Round = z.infer<typeof Round>

export const Answered = Question.extend({
  answer: z.object({ text, version: int, by: text, at: text }).nullable(),
  /** What the same client said to the same question the last time. */
  before: text.nullable(),
  goals: z.array(Named),
})
export type Answered = z.infer<typeof Answered>

const What = z.object({ what: text })
const read = 'questionnaires:read'

export const questionnaire = contract(
  'questionnaire',
  {
    questions: route({
      method: 'GET',
      path: '/questionnaire-questions',
      access: read,
      summary: 'The questions asked each quarter, and every version they have had',
      input: z.object({}),
      output: z.object({ current: QuestionSet, versions: z.array(QuestionSet) }),
    }),
    changeQuestions: route({
      method: 'PUT',
      path: '/questionnaire-questions',
      access: 'questionnaires:manage',
      summary: 'Change the questions from the next questionnaire on; those asked keep theirs',
      input: z.object({
        version: base,
        questions: Questions,
        reason: text.trim().min(3, 'takes at least 3 letters').max(300),
      }),
      output: QuestionSet,
    }),
    list: route({
      method: 'GET',
      path: '/questionnaires',
      access: 'member',
      summary: 'List questionnaires, the newest quarter first: all with questionnaires:read, else your own',
      input: z.object({}),
      output: z.object({ items: z.array(Round), can: z.object({ manage: z.boolean() }) }),
    }),
    show: route({
      method: 'GET',
      path: '/questionnaires/{id}',
      access: 'member',
      summary: 'One questionnaire with its answers beside the last quarter’s',
      input: One,
      output: Round.extend({ items: z.array(Answered), previous: text.nullable() }),
    }),
    ask: route({
      method: 'POST',
      path: '/questionnaires',
      access: 'questionnaires:manage',
      summary: 'Ask a client the questions for a fiscal quarter',
      input: z.object({
        client: text.trim().min(2, 'takes at least 2 letters').max(80),
        /** Any day of the quarter. */
        quarterOn: z.iso.date('is not a date: write it like 2026-02-28'),
        personId: text.max(80),
        dueOn: z.iso.date('is not a date: write it like 2026-02-28'),
      }),
      output: z.object({ id: text }),
    }),
    answer: route({
      method: 'PUT',
      path: '/questionnaires/{id}/answers/{question}',
      access: 'member',
      summary:
        'Keep your answer to a question as far as it is written; refused when it was changed since `version`',
      input: One.extend({
        question: text.max(40),
        version: base,
        text: text.trim().max(5000, 'holds 5000 letters at most'),
      }),
      output: z.object({ version: int }),
    }),
    submit: route({
      method: 'POST',
      path: '/questionnaires/{id}/submission',
      access: 'member',
      summary: 'Submit your answers; whoever asked is told',
      input: One,
      output: z.object({}),
    }),
    reopen: route({
      method: 'DELETE',
      path: '/questionnaires/{id}/submission',
      access: 'member',
      summary: 'Take a submission back to write on',
      input: One,
      output: z.object({}),
    }),
    remind: route({
      method: 'POST',
      path: '/questionnaires/{id}/reminder',
      access: 'questionnaires:manage',
      summary: 'Remind whoever answers, once a day at most',
      input: One,
      output: z.object({}),
    }),
    makeGoal: route({
      method: 'POST',
      path: '/questionnaires/{id}/goals',
      access: 'strategy:manage',
      summary: 'Make a goal of an answer, with the answer as its reason',
      input: One.extend({
        question: text.max(40),
        name: GoalInput.shape.name,
        level: GoalInput.shape.level,
        ownerId: text.nullable().default(null),
        under: z.object({ kind: text, id: text }).nullable().default(null),
      }),
      output: Named,
    }),
  },
  {
    questionsChanged: event(
      'changed the questions of the quarter: {reason}',
      z.object({ reason: text }),
      read,
    ),
    asked: event('asked {what} what the quarter is for', What, read),
    answered: event('wrote on the answers of {what}', What, read),
    submitted: event('submitted the answers of {what}', What, read),
    reopened: event('took the answers of {what} back to write on', What, read),
    reminded: event('reminded {what} of the questionnaire', What, read),
    goalMade: event('made a goal of an answer of {what}', What, read),
  },
)
