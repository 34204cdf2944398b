import type { App } from '../../../kernel/app.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { answers } from '../../answers/contract.ts'
import { guides, questions } from './asked-questions.ts'
import { type Firm, peopleOf } from './people.ts'

/** What the company asks marketing, over and over until somebody answers it once; and the guides for its work. */
export async function writeAnswers(app: App, until: Day): Promise<void> {
  const firm = await peopleOf(app, 'answers')
  for (const one of questions) await writeQuestion(firm, one, until)
  for (const { owner, kinds, inDays, ...said } of guides)
    await firm.as(owner)(answers.addGuide, {
      ...{ ...said, ownerId: firm.id(owner), reviewOn: addDays(until, inDays) },
      ties: kinds.map((kind) => ({ kind, id: null })),
    })
}

async function writeQuestion({ as, id }: Firm, one: (typeof questions)[number], until: Day): Promise<void> {
  let question: string | null = null
  for (const { by, daysAgo, says, channel, cause } of one.asked) {
    const made: { id: string } = await as(by)(answers.ask, {
      ...{ text: says ?? one.text, channel, cause: cause ?? '', sameAs: question },
      askedOn: addDays(until, -daysAgo),
    })
    question ??= made.id
  }
  const { answer } = one
  if (question === null || !answer) return
  const { owner, inDays, audience, body, helped, not = [] } = answer
  const saved = await as(owner)(answers.save, {
    ...{ id: question, version: 0, question: one.text, body, audience },
    ...{ ownerId: id(owner), reviewOn: addDays(until, inDays) },
  })
  if (helped === undefined) return
  await as(owner)(answers.publish, { id: question, version: saved.version, isPublished: true })
  for (const who of helped) {
    await as(who)(answers.markRead, { id: question, version: saved.version })
    await as(who)(answers.verdict, { id: question, version: saved.version, isHelped: true })
  }
  for (const who of not)
    await as(who)(answers.verdict, { id: question, version: saved.version, isHelped: false })
}
