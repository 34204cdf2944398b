import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../../kernel/perform.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { activity } from '../activity/contract.ts'
import { files } from '../files/contract.ts'
import { identity } from '../identity/contract.ts'
import { type Board, work } from '../work/contract.ts'
import { proofing } from './contract.ts'

let northwind: Company
let room: Board
let now = new Date('2027-03-15T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ clock: () => now })
  room = await boardOf(northwind, { stages: plainStages })
})
afterAll(() => northwind.close())

const as = (who: PersonName) => northwind.as(who)
const ids = () => northwind.ids
// One pixel; what follows the end of a PNG makes each of them another file.
const picture = (mark: string) =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(mark),
  ])

async function hang(name: string, board = room, who: PersonName = 'kai') {
  const item = await as(who)(work.add, { title: name, boardId: board.id, assigneeIds: [ids().kai] })
  const file = new Blob([new Uint8Array(picture(name))]).stream()
  const call = { actor: await northwind.actorOf(who), via: 'test', file }
  const added = await perform(
    northwind.app,
    files.add,
    { kind: 'item', id: item.id, name: `${name}.png` },
    call,
  )
  return { itemId: item.id, fileId: added.file.id }
}
async function newer(fileId: string, mark: string) {
  const { version } = await as('kai')(files.show, { id: fileId })
  const file = new Blob([new Uint8Array(picture(mark))]).stream()
  const call = { actor: await northwind.actorOf('kai'), via: 'test', file }
  return (await perform(northwind.app, files.replace, { id: fileId, version }, call)).version
}
const stage = (name: string, reviewerIds: string[], said: object = {}) => ({
  ...{ name, dueOn: '2027-03-20', reviewerIds, ...said },
})
const openProof = (fileId: string, stages: ReturnType<typeof stage>[]) =>
  as('pia')(proofing.open, { fileId, number: 1, stages })
const decide = (
  who: PersonName,
  id: string,
  verdict: 'approved' | 'with-changes' | 'sent-back',
  reason = '',
) => as(who)(proofing.decide, { id, round: 1, verdict, reason })

test('a proof goes through its stages, always with one answer to who is next', async () => {
  const { fileId, itemId } = await hang('Key visual')
  const proof = await openProof(fileId, [
    stage('Creative', [ids().cleo, ids().ines]),
    stage('Release', [ids().marco, ids().ana], { rule: 'one', dueOn: '2027-03-22' }),
  ])
  expect(proof.next.map((one) => one.name)).toEqual(['Cleo Park', 'Inès Laurent'])
  await expect(decide('marco', proof.id, 'approved')).rejects.toThrow('Creative comes first')
  await expect(decide('vera', proof.id, 'approved')).rejects.toThrow('not among those who decide')

  const done = room.stages.find((one) => one.name === 'Done')!.id
  await expect(as('kai')(work.move, { ids: [itemId], stageId: done })).rejects.toThrow(
    'proof of its files is open',
  )
  const { item } = await as('kai')(work.item, { id: itemId })
  expect(item.badges.map((one) => one.words)).toContain('Proof open')

  await decide('cleo', proof.id, 'approved')
  await expect(decide('cleo', proof.id, 'approved')).rejects.toThrow('You have decided')
  await expect(decide('ines', proof.id, 'with-changes')).rejects.toThrow('Say what has to change')
  await decide('ines', proof.id, 'with-changes', 'The logo a little larger')
  const { needs } = await as('ana')(identity.home, {})
  expect(needs.map((one) => one.title)).toContain('Decide about Key visual.png')
  expect(await decide('marco', proof.id, 'approved')).toMatchObject({
    ...{ state: 'decided', verdict: 'with-changes', next: [] },
  })
  await as('kai')(work.move, { ids: [itemId], stageId: done })
})

test('two who decide at once both count', async () => {
  const { fileId } = await hang('Banner')
  const proof = await openProof(fileId, [stage('Both', [ids().cleo, ids().marco])])
  await Promise.all([decide('cleo', proof.id, 'approved'), decide('marco', proof.id, 'approved')])
  expect(await as('pia')(proofing.show, { id: proof.id })).toMatchObject({ verdict: 'approved' })
})

test('nobody decides their own, and nobody who may not read the file', async () => {
  const { fileId } = await hang('Own')
  await expect(openProof(fileId, [stage('Mine', [ids().pia])])).rejects.toThrow('Nobody decides their own')
  await expect(openProof(fileId, [stage('Maker', [ids().kai])])).rejects.toThrow('Nobody decides their own')
  await expect(openProof(fileId, [stage('Guest', [ids().gus])])).rejects.toThrow('Gus Bell may not read')
  await expect(openProof(fileId, [stage('Past', [ids().cleo], { dueOn: '2027-03-14' })])).rejects.toThrow(
    'past',
  )
  await expect(
    as('vera')(proofing.open, { fileId, number: 1, stages: [stage('A', [ids().cleo])] }),
  ).rejects.toThrow('needs the right to change it')
})

test('a newer version opens another round; pins that are open are carried over, an old tab decides nothing', async () => {
  const { fileId } = await hang('Poster')
  const { id } = await openProof(fileId, [stage('Creative', [ids().cleo])])
  const at = { id, round: 1, page: 1 }
  await as('cleo')(proofing.pin, { ...at, x: 0.25, y: 0.5, words: 'Too dark' })
  const { pins } = await as('cleo')(proofing.pin, { ...at, x: 0.9, y: 0.1, words: 'A typo' })
  await as('kai')(proofing.reply, { id: pins[1]!.id, words: 'Mended' })
  await as('kai')(proofing.settle, { id: pins[1]!.id, isSettled: true })
  await expect(as('cleo')(proofing.pin, { ...at, x: 1.2, y: 0, words: 'Off' })).rejects.toThrow()
  await decide('cleo', id, 'sent-back', 'Lighter, please')

  const number = await newer(fileId, 'lighter')
  const stages = [stage('Creative', [ids().cleo])]
  const second = await as('pia')(proofing.nextRound, { id, round: 1, number, stages })
  expect(second).toMatchObject({ round: 2, number: 2, before: 1, state: 'open', openPins: 1 })
  expect(second.pins.map((one) => [one.round, one.isSettled, one.said.length])).toEqual([
    [1, false, 1],
    [1, true, 2],
  ])
  await expect(decide('cleo', id, 'approved')).rejects.toThrow('Another round was opened')
  await expect(as('pia')(proofing.nextRound, { id, round: 1, number, stages })).rejects.toThrow('meanwhile')
})

test('a decision is taken back by whoever decided last, and a proof withdrawn is taken up again', async () => {
  const { fileId } = await hang('Flyer')
  const { id } = await openProof(fileId, [stage('A', [ids().cleo]), stage('B', [ids().marco])])
  await decide('cleo', id, 'approved')
  await decide('marco', id, 'approved')
  await expect(as('cleo')(proofing.takeBack, { id, round: 1 })).rejects.toThrow('whoever decided last')
  expect(await as('marco')(proofing.takeBack, { id, round: 1 })).toMatchObject({ state: 'open', stage: 'B' })
  await as('pia')(proofing.withdraw, { id, isWithdrawn: true })
  await expect(decide('marco', id, 'approved')).rejects.toThrow('not open')
  await as('pia')(proofing.withdraw, { id, isWithdrawn: false })
  await decide('marco', id, 'approved')
})

test('a file has one open proof: none is taken up, taken back or taken further beside another', async () => {
  const { fileId } = await hang('Sticker')
  const stages = [stage('A', [ids().cleo])]
  const first = await openProof(fileId, stages)
  await as('pia')(proofing.withdraw, { id: first.id, isWithdrawn: true })
  const second = await openProof(fileId, stages)
  const one = /A proof of Sticker.png is open already/
  await expect(as('pia')(proofing.withdraw, { id: first.id, isWithdrawn: false })).rejects.toThrow(one)
  await decide('cleo', second.id, 'approved')
  await openProof(fileId, stages)
  await expect(as('cleo')(proofing.takeBack, { id: second.id, round: 1 })).rejects.toThrow(one)
  const number = await newer(fileId, 'brighter')
  await expect(as('pia')(proofing.nextRound, { id: second.id, round: 1, number, stages })).rejects.toThrow(
    one,
  )
})

test('whoever opened a proof hears that it is late, under whatever name they go by now', async () => {
  const { fileId } = await hang('Badge')
  await openProof(fileId, [stage('A', [ids().cleo])])
  now = new Date('2027-03-25T09:00:00Z')
  const late = async () => (await as('pia')(identity.home, {})).needs.map((one) => one.title)
  expect(await late()).toContain('The proof of Badge.png is late')
  await as('ana')(identity.changePerson, { id: ids().pia, name: 'Pia Sommer' })
  expect(await late()).toContain('The proof of Badge.png is late')
  now = new Date('2027-03-15T09:00:00Z')
})

test('a proof on a confidential board does not exist for others, and no feed names a file', async () => {
  const secret = await boardOf(northwind, { name: 'Secret', isConfidential: true, stages: plainStages })
  const { fileId } = await hang('Takeover', secret, 'marco')
  const stages = [stage('A', [ids().ana])]
  const { id } = await as('marco')(proofing.open, { fileId, number: 1, stages })
  await expect(as('kai')(proofing.show, { id })).rejects.toThrow('This proof does not exist')
  const { items } = await as('kai')(proofing.list, { which: 'all' })
  expect(items.some((one) => one.id === id)).toBe(false)
  const { entries } = await as('ana')(activity.feed, { module: 'proofing', limit: 200 })
  expect(entries.length).toBeGreaterThan(5)
  expect(JSON.stringify(entries)).not.toMatch(/Takeover|Poster|Too dark/)
})
