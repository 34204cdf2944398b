import type { App } from '../../../kernel/app.ts'
import { addDays } from '../../../methods/days.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { files } from '../../files/contract.ts'
import { proofing } from '../../proofing/contract.ts'
import { type Firm, peopleOf } from './people.ts'

/** Three proofs of pictures: one that waits for the director, one sent back, one approved. */
export async function writeProofs(app: App): Promise<void> {
  const firm = await peopleOf(app, 'proofs')
  const [first, second, third] = await pictures(firm)
  const dueOn = addDays(app.clock().toISOString().slice(0, 10), 4)
  const stages = [
    { name: 'Figures and claims', dueOn, reviewerIds: [firm.id('priya')] },
    { name: 'Release', dueOn: addDays(dueOn, 2), reviewerIds: [firm.id('imogen')] },
  ]
  const open = (fileId: string, number: number) =>
    firm.as('rafael')(proofing.open, { fileId, number, stages })
  if (first) {
    const { id } = await open(first.id, first.version)
    const at = { id, round: 1, page: 1 }
    await firm.as('priya')(proofing.pin, {
      ...at,
      x: 0.3,
      y: 0.35,
      words: 'The claim goes here: keep the sky as light as this.',
    })
    await firm.as('priya')(proofing.pin, {
      ...at,
      x: 0.72,
      y: 0.6,
      words: 'Darker than our grey. Which colour of the book is it?',
    })
    await firm.as('priya')(proofing.decide, { id, round: 1, verdict: 'approved' })
  }
  if (second) {
    const { id } = await open(second.id, second.version)
    const reason = 'The claim has no source. Name it, or take it out.'
    await firm.as('priya')(proofing.decide, { id, round: 1, verdict: 'sent-back', reason })
  }
  if (third) {
    const { id } = await open(third.id, third.version)
    await firm.as('priya')(proofing.decide, { id, round: 1, verdict: 'approved' })
    await firm.as('imogen')(proofing.decide, { id, round: 1, verdict: 'approved' })
  }
}

async function pictures({ as }: Firm) {
  const { items } = await as('rafael')(campaigns.list, { level: 'campaign' })
  const found = []
  for (const one of items.slice(0, 6)) {
    const { items: held } = await as('rafael')(files.list, { kind: 'campaign', id: one.id })
    found.push(...held.filter((file) => file.look === 'image').slice(0, 1))
  }
  return found
}
