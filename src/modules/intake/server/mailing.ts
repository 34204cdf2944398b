import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, Problem } from '../../../kernel/errors.ts'
import { type Mail, readMail } from '../../../kernel/mail-reader.ts'
import { claimDraft, handIn, openDraft } from '../../files/server/index.ts'
import { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { enter } from './entries.ts'
import { keepRequest } from './filing.ts'
import type { TypeRow } from './tables.ts'
import { readableTypes } from './types.ts'

const most = 25_000_000
const mostFiles = 10

async function bytesOf(stream: ReadableStream<Uint8Array> | undefined): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (stream ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > most) throw invalid('This e-mail is larger than 25 MB. Send its attachments by another way.')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** An e-mail becomes a request that somebody completes; its attachments hang on it. */
export async function fromMail(ctx: Ctx, { file }: In<typeof intake.fromMail> & { file?: unknown }) {
  const mail = await readMail(await bytesOf(file as ReadableStream<Uint8Array> | undefined))
  const type = await ctx.transact(async (step) => usualType(await readableTypes(step)))
  const { key, notes } = await handInAll(ctx, withRest(mail))

  return ctx.transact(async (step) => {
    const row = await keepRequest(step, type, saidIn(mail), 'mail')
    const holder = { kind: 'request', id: row.id, name: nameOf(row.number), by: row.asker }
    if (key) await claimDraft(step, key, holder)
    await enter(step, row, { kind: 'mailed', words: '', byAsker: true, by: row.asker }, 1)
    await step.record(intake.events.mailed, row.id, { request: nameOf(row.number) })
    return { id: row.id, number: row.number, notes: [...mail.notes, ...restNote(mail), ...notes] }
  })
}

function usualType(all: TypeRow[]): TypeRow {
  const open = all.filter((one) => !one.retired_at && one.audience !== 'team')
  const type = open.find((one) => one.id === 'rty_other') ?? open[0]
  if (!type) throw invalid('There is no request type in use. Add one first.')
  return type
}

const longest = 5000

/** What has no room in a request comes along as a file. */
const withRest = (mail: Mail): Mail =>
  mail.text.length <= longest
    ? mail
    : {
        ...mail,
        attachments: [
          { name: 'message.txt', type: 'text/plain', bytes: Buffer.from(mail.text) },
          ...mail.attachments,
        ],
      }

const restNote = ({ text }: Mail): string[] =>
  text.length > longest ? ['The message is longer than a request holds: all of it is in message.txt.'] : []

const saidIn = ({ subject, text, from }: Mail) => ({
  title: (subject || 'An e-mail without a subject').slice(0, 200),
  ...{ purpose: text.slice(0, longest) || 'The e-mail says nothing.', hurry: '', impact: '', answers: {} },
  ...{ wishedOn: null, asker: from.name || from.address, email: from.address, department: '' },
  wantsMail: false,
})

/** What cannot be taken is said, and the request comes in without it. */
async function handInAll(ctx: Ctx, { attachments }: Mail): Promise<{ key: string | null; notes: string[] }> {
  if (attachments.length === 0) return { key: null, notes: [] }
  const { key } = await ctx.transact((step) => openDraft(step))
  const notes: string[] = []
  for (const one of attachments.slice(0, mostFiles)) {
    const body = new Blob([one.bytes as Uint8Array<ArrayBuffer>]).stream()
    await handIn(ctx, { key, name: one.name, file: body }).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      notes.push(`${one.name} was left out. ${error.message}`)
    })
  }
  if (attachments.length > mostFiles) notes.push(`Only the first ${mostFiles} attachments were taken.`)
  return { key, notes }
}
