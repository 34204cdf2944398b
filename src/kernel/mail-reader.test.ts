import { expect, test } from 'vitest'
import { readMail } from './mail-reader.ts'

const eml = (...lines: string[]) => Buffer.from(lines.join('\r\n'))
const heading = ['From: Lea Holm <lea@north.example>', 'To: marketing@south.example', 'Subject: A page', '']
const refusal = (bytes: Uint8Array) =>
  readMail(bytes).then(
    () => 'it was read',
    (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
  )

test('a plain message is read with its sender, its moment and its words', async () => {
  const mail = await readMail(
    eml('Date: Tue, 3 Mar 2026 09:30:00 +0100', ...heading, 'Could we have a page?', '', '', '', 'Lea  '),
  )
  expect(mail).toEqual({
    from: { name: 'Lea Holm', address: 'lea@north.example' },
    to: [{ name: '', address: 'marketing@south.example' }],
    subject: 'A page',
    at: new Date('2026-03-03T08:30:00Z'),
    text: 'Could we have a page?\n\nLea',
    attachments: [],
    notes: [],
  })
})

test('of a message in HTML the words are kept: no script, no style, no picture, every link to be seen', async () => {
  const html =
    '<style>p{color:red}</style><script>alert(1)</script><h1>Offer</h1><p>Look <a href="https://evil.example/x">at our bank</a></p><img src="https://track.example/p.gif" onerror="alert(2)"><p>&lt;b&gt;not bold&lt;/b&gt;</p>'
  const { text, notes } = await readMail(eml('Content-Type: text/html; charset=utf-8', ...heading, html))
  expect(text).not.toMatch(/alert|color|track/)
  expect(text).toContain('at our bank (https://evil.example/x)')
  expect(text).toContain('<b>not bold</b>')
  expect(notes).toHaveLength(1)
})

test('files come with names that stay in their folder, each name once', async () => {
  const part = (name: string, words: string) => [
    ...['--b', 'Content-Type: application/pdf', `Content-Disposition: attachment; filename="${name}"`, ''],
    words,
  ]
  const { attachments, text } = await readMail(
    eml(
      ...['Content-Type: multipart/mixed; boundary="b"', ...heading, '--b', '', 'See below'],
      ...[...part('../../etc/passwd', 'one'), ...part('C:\\\\temp\\\\brief.pdf', 'two')],
      ...[...part('brief.pdf', 'three'), ...part('.\u202efdp.exe', 'four'), '--b--', ''],
    ),
  )
  expect(text).toBe('See below')
  expect(attachments.map((one) => one.name)).toEqual(['passwd', 'brief.pdf', 'brief (2).pdf', 'fdp.exe'])
  expect(
    Buffer.from(attachments[1]?.bytes ?? [])
      .toString()
      .trim(),
  ).toBe('two')
})

test('a forwarded message stays a file, however often it was forwarded', async () => {
  const inner = ['From: a@b.example', 'Subject: Inner', '', 'Secret']
  const { text, attachments } = await readMail(
    eml(
      ...['Content-Type: multipart/mixed; boundary="b"', ...heading, '--b', '', 'Outer'],
      ...['--b', 'Content-Type: message/rfc822', '', ...inner, '--b--', ''],
    ),
  )
  expect(text).toBe('Outer')
  expect(attachments).toMatchObject([{ name: 'message.eml', type: 'message/rfc822' }])
})

test('a sender who poses as another by name is known by the address alone', async () => {
  const { from, notes } = await readMail(
    eml('From: "ceo@south.example" <mallory@evil.example>', 'Subject: Pay', '', 'Now'),
  )
  expect(from).toEqual({ name: '', address: 'mallory@evil.example' })
  expect(notes[0]).toContain('ceo@south.example')
})

test('headers cannot be smuggled in by encoded line ends, nor text be turned around', async () => {
  const { subject, from } = await readMail(
    eml(
      'From: =?utf-8?Q?Lea=0D=0ABcc:_all=40north.example?= <lea@north.example>',
      'Subject: =?utf-8?B?SGVsbG8NClgtQWRtaW46IHllc+KArmV4ZQ==?=',
      '',
      'Words',
    ),
  )
  expect(subject).toBe('Hello X-Admin: yesexe')
  expect(`${from.name}${subject}`).not.toMatch(/[\r\n\u202e]/)
})

test('unknown, missing and wrong encodings are read as well as can be', async () => {
  const latin = Buffer.concat([
    eml('Content-Type: text/plain; charset=iso-8859-1', ...heading),
    Buffer.from('\r\nGr\xfc\xdfe', 'latin1'),
  ])
  expect((await readMail(latin)).text).toBe('Grüße')
  const unknown = eml('Content-Type: text/plain; charset=x-klingon', ...heading, 'Words')
  expect((await readMail(unknown)).text).toBe('Words')
  const broken = eml('Content-Transfer-Encoding: base64', ...heading, '!!! no base64 ###')
  expect(typeof (await readMail(broken)).text).toBe('string')
  const nul = eml(...heading, 'be\u0000fore')
  expect((await readMail(nul)).text).toBe('before')
})

test('a text of 10 MB is cut, and says so', async () => {
  const { text, notes } = await readMail(eml(...heading, 'word '.repeat(2_000_000)))
  expect(text.length).toBeLessThanOrEqual(100_000)
  expect(notes.join()).toMatch(/longer than 100,000 letters/)
})

const nested = (depth: number): string[] =>
  depth === 0
    ? ['', 'core']
    : [`Content-Type: multipart/mixed; boundary="b${depth}"`, '', `--b${depth}`, ...nested(depth - 1)]
const manyParts = (declared: string) => [declared, 'From: a@b.example', '', '--b\r\n\r\n'.repeat(300_000)]

test.each([
  ['nothing', Buffer.alloc(0), /^invalid: This file is empty/],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\nIHDR', 'latin1'), /no e-mail: it names no sender/],
  ['Outlook’s own format', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.msg.*Save it as \.eml/],
  ['26 MB', Buffer.alloc(26_000_000, 'a'), /larger than 25 MB/],
  ['a hundred levels', eml('From: a@b.example', ...nested(100)), /parts within parts/],
  ['too many parts', eml(...manyParts('Content-Type: multipart/mixed; boundary=b')), /more than 200 parts/],
  [
    'too many parts, hidden',
    eml(...manyParts('Content-Type: multipart/mixed; boundary*0=b')),
    /more than 200 parts/,
  ],
  ['an endless header', eml(`X-Long: ${'a'.repeat(400_000)}`, ...heading, 'Words'), /headers of this e-mail/],
  [
    'ten thousand headers',
    eml(...new Array<string>(20_000).fill('X-Header: some value'), ...heading),
    /headers/,
  ],
  ['a sender without an address', eml('From: Somebody', 'Subject: x', '', 'y'), /names no sender/],
])('refused as an e-mail, with a sentence and within two seconds: %s', async (_, bytes, words) => {
  const began = performance.now()
  expect(await refusal(bytes)).toMatch(words)
  expect(performance.now() - began).toBeLessThan(2000)
})
