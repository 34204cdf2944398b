import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { issueTicket, spendTicket } from '../../../kernel/form-tickets.ts'
import { visible } from '../../../methods/visible.ts'
import { directory } from '../../identity/server/index.ts'
import { requireRecord } from '../../threads/server/index.ts'
import { answers } from '../contract.ts'
import { whyNotTakeBack } from '../rules.ts'
import { requireRoot, writes } from './lines.ts'
import type { OccasionRow, QuestionRow } from './tables.ts'
import { todayOf } from './today.ts'
import { keepVerdict } from './verdicts.ts'

const { events } = answers
type Said = In<typeof answers.ask>

export async function ask(ctx: Ctx, said: Said) {
  const today = await todayOf(ctx)
  const askedOn = said.askedOn ?? today
  if (askedOn > today)
    throw invalid('It cannot have been asked on a day to come.', [
      { field: 'askedOn', message: 'is a day to come' },
    ])
  if (said.about) await requireRecord(ctx, said.about)
  const known = said.sameAs === null ? null : await requireRoot(ctx, said.sameAs)
  if (said.isHelped && !known?.published_version)
    throw conflict('Only a published answer can have answered it. Ask it as a question.')

  const question = known ?? (await begin(ctx, said.text))
  const row = await note(ctx, question, said, askedOn)
  await ctx.record(known ? events.askedAgain : events.asked, question.id, { what: question.text })
  if (said.isHelped) await keepVerdict(ctx, question, true, today)

  return { id: question.id, occasionId: row.id }
}

async function begin(ctx: Ctx, text: string): Promise<QuestionRow> {
  const id = ctx.id('qst')
  return ctx.insert('answers_questions', {
    ...{ id, text, root_id: id, merged_into: null, merged_by: null, merged_at: null, version: 0 },
    ...{ published_version: null, published_at: null, audience: 'members' as const },
    ...{ owner_id: null, owner_name: null, review_on: null, made_at: ctx.now },
  })
}

async function note(ctx: Ctx, question: QuestionRow, said: Said, askedOn: string): Promise<OccasionRow> {
  const { id: by, name } = await askerOf(ctx, said.askedBy)
  return ctx.insert('answers_occasions', {
    ...{ id: ctx.id('occ'), question_id: question.id, words: said.text, channel: said.channel },
    ...{ asked_by_id: by, asked_by: name, asked_on: askedOn, cause: said.cause, is_helped: said.isHelped },
    ...{ noted_by_id: ctx.actor.personId ?? null, noted_by: ctx.actor.name, noted_at: ctx.now },
    ...{ about_kind: said.about?.kind ?? null, about_id: said.about?.id ?? null, taken_back_at: null },
  })
}

/** Whoever is named: one of ours where exactly one has that name, else somebody of that name. */
async function askerOf(ctx: Ctx, named: string): Promise<{ id: string | null; name: string }> {
  if (named === '') return { id: ctx.actor.personId ?? null, name: ctx.actor.name }
  const wanted = named.toLowerCase()
  const rows = [...(await directory(ctx)).rows.values()]
  const ours = rows.filter((one) => one.name.toLowerCase() === wanted && one.disabled_at === null)
  return ours.length === 1 ? { id: ours[0]!.id, name: ours[0]!.name } : { id: null, name: named }
}

const form = { form: 'answers.question', mostLinks: 1, mostAnHour: 5 }

export const openForm = async (ctx: Ctx) => ({ ticket: await issueTicket(ctx.db, form.form, ctx.now) })

/** A visitor asks; the question stands open until one of us has looked at it. */
export async function faqAsk(ctx: Ctx, { text, name, ticket, website }: In<typeof answers.faqAsk>) {
  await spendTicket(ctx, form, { ticket, trap: website, content: text })

  const question = await begin(ctx, text)
  await ctx.insert('answers_occasions', {
    ...{ id: ctx.id('occ'), question_id: question.id, words: text, channel: 'form' as const },
    ...{
      asked_by_id: null,
      asked_by: visible(name).replaceAll(/\s+/g, ' ').trim() || 'A visitor',
      asked_on: await todayOf(ctx),
      cause: '',
    },
    ...{ noted_by_id: null, noted_by: 'A visitor', noted_at: ctx.now, is_helped: false },
    ...{ about_kind: null, about_id: null, taken_back_at: null },
  })
  await ctx.record(events.askedFromOutside, question.id, { what: text })

  return {}
}

async function requireOccasion(ctx: Ctx, id: string): Promise<OccasionRow> {
  const row = await ctx.db.selectFrom('answers_occasions').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This note of a question')
  const objection = whyNotTakeBack(row, { personId: ctx.actor.personId, writes: writes(ctx) })
  if (objection) throw forbidden(objection)
  return row
}

export async function takeBack(ctx: Ctx, { id }: In<typeof answers.takeBack>) {
  const row = await requireOccasion(ctx, id)
  if (row.taken_back_at) throw conflict('It was taken back already.')
  const question = await requireRoot(ctx, row.question_id)

  await ctx.update('answers_occasions', id, { taken_back_at: ctx.now })
  await ctx.record(events.takenBack, question.id, { what: question.text })

  return {}
}

export async function putBack(ctx: Ctx, { id }: In<typeof answers.putBack>) {
  const row = await requireOccasion(ctx, id)
  if (!row.taken_back_at) throw conflict('It was not taken back.')
  const question = await requireRoot(ctx, row.question_id)

  await ctx.update('answers_occasions', id, { taken_back_at: null })
  await ctx.record(events.putBack, question.id, { what: question.text })

  return {}
}
