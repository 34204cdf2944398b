import { convert } from 'html-to-text'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { invalid } from './errors.ts'
import { fileName, oneLine, plainText } from './mail-words.ts'

export type Mailbox = { name: string; address: string }
export type MailFile = { name: string; type: string; bytes: Uint8Array }

/** An e-mail as it can be kept and shown: plain words, no markup, files by name. */
export type Mail = {
  from: Mailbox
  to: Mailbox[]
  subject: string
  /** When it says it was sent; null where it says nothing that is a moment. */
  at: Date | null
  text: string
  attachments: MailFile[]
  /** What was left out or changed to make it safe, in sentences. */
  notes: string[]
}

const megabyte = 1_000_000
const limits = { bytes: 25 * megabyte, parts: 200, depth: 20, headers: 262_144, html: 2_000_000 }
const outlook = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Read an e-mail handed in as a file (RFC 5322, MIME). Throws `invalid` with a sentence for what is no e-mail, and for
 * one that is larger than 25 MB, or built of more parts, deeper or with longer headers than people write. Nothing of it
 * is trusted: it names its sender itself.
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const objection = whyNotMail(bytes)
  if (objection) throw invalid(objection)
  const email = await parsed(bytes)
  const notes: string[] = []
  const from = boxesOf(email.from ? [email.from] : [], notes)[0]
  if (!from)
    throw invalid(
      'This file is no e-mail: it names no sender. Save the message as .eml and hand in that file.',
    )
  return {
    ...{
      from,
      to: boxesOf(email.to ?? [], []),
      subject: oneLine(email.subject ?? '', 300),
      at: momentOf(email),
    },
    text: plainText(wordsOf(email, notes), notes),
    attachments: filesOf(email.attachments),
    notes,
  }
}

function whyNotMail(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'This file is empty.'
  if (outlook.every((byte, at) => bytes[at] === byte))
    return 'This is a message in Outlook’s own format (.msg). Save it as .eml, and hand in that file.'
  if (bytes.length > limits.bytes)
    return `This e-mail is larger than ${limits.bytes / megabyte} MB. Send its attachments by another way.`
  if (countParts(bytes) > limits.parts)
    return `This e-mail has more than ${limits.parts} parts, which no mail program makes.`
  return null
}

/** How many parts it will come to, before anything is taken apart: a part may be as short as its boundary. */
function countParts(bytes: Uint8Array): number {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const named = [...raw.matchAll(/boundary=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/gi)]
  const known = new Set(named.map((one) => (one[1] ?? one[2] ?? '').trim()))
  // A boundary that is written in pieces or encoded is not looked for: every line like one counts.
  const isAny = /boundary\*/i.test(raw)
  let count = 0
  for (const [, line = ''] of raw.matchAll(/^--([^\r\n]{1,200})/gm)) {
    const name = line.trimEnd()
    if (isAny || known.has(name)) count += 1
    if (count > limits.parts) break
  }
  return count
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      ...{ maxNestingDepth: limits.depth, maxHeadersSize: limits.headers },
      ...{ forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    if (/nesting/i.test(reason))
      throw invalid('This e-mail has parts within parts deeper than any mail program makes.')
    if (/header/i.test(reason))
      throw invalid('The headers of this e-mail are longer than any mail program makes.')
    throw invalid(
      'This file cannot be read as an e-mail. Save the message as .eml once more, and hand in that file.',
    )
  }
}

/** Mailboxes with an address; a name that poses as another address is left out. */
function boxesOf(all: NonNullable<Email['to']>, notes: string[]): Mailbox[] {
  const single = all.flatMap((one) => one.group ?? [one])
  return single.slice(0, 100).flatMap(({ name, address }) => {
    const plain = oneLine(address ?? '', 254)
    if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(plain)) return []
    const said = oneLine(name, 120)
    const poses = said.includes('@') && !said.toLowerCase().includes(plain.toLowerCase())
    if (poses) notes.push(`The sender’s name was left out: it looked like another address (“${said}”).`)
    return [{ name: poses ? '' : said, address: plain }]
  })
}

function momentOf({ date }: Email): Date | null {
  const at = new Date(date ?? '')
  return Number.isNaN(at.getTime()) ? null : at
}

function wordsOf({ text = '', html = '' }: Email, notes: string[]): string {
  if (text.trim() !== '' || html === '') return text
  notes.push('The message was written as a web page; its words were kept, its look was not.')
  return convert(html.slice(0, limits.html), {
    wordwrap: false,
    limits: { maxDepth: 60, maxChildNodes: 5000, maxInputLength: limits.html },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] } },
    ],
  })
}

function filesOf(all: Attachment[]): MailFile[] {
  const taken = new Set<string>()
  return all.map(({ filename, mimeType, content }) => {
    const name = fileName(filename, mimeType, taken)
    taken.add(name)
    const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
    return {
      name,
      type: /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream',
      bytes,
    }
  })
}
