import type { Phase } from '../../answers/contract.ts'

type Written = {
  title: string
  summary: string
  body: string
  phase: Phase
  owner: string
  kinds: string[]
  inDays: number
}

export const guides: Written[] = [
  {
    ...{ title: 'Before a campaign is approved', phase: 'planning', owner: 'rafael', kinds: ['campaign'] },
    summary: 'Seven things to have in the brief, so that approval takes days and not weeks.',
    inDays: 110,
    body: `A brief that holds these is approved in three days on average:

- Whom it is for, and who is left out.
- The demand it shall bring, as a number.
- One message, in words a customer would use.
- What it costs, with the line it comes from.
- The day it has to start, and what happens if it starts a week later.
- Who says yes in creative, legal and budget.
- What we do when it does not go as planned.`,
  },
  {
    ...{ title: 'Names of links', phase: 'execution', owner: 'rafael', kinds: ['campaign'], inDays: -2 },
    summary: 'How links are named, so that what they bring is counted for the right campaign.',
    body: `Every link has a source, a medium and the name of its campaign, in small letters, with underscores.

- Take the values that the page of the campaign offers.
- Never change a link that is out. Make a new one.
- Test it once on a telephone before it is sent.`,
  },
  {
    ...{
      title: 'Looking back at a campaign',
      phase: 'reflection',
      owner: 'imogen',
      kinds: ['campaign', 'goal'],
    },
    summary: 'Four questions, in one hour, within two weeks of the last day.',
    inDays: 75,
    body: `- What did we say would come, and what came?
- What surprised us, and when did we first see it?
- Which step took longer than planned, and why?
- What do we do otherwise next time, and who writes it into the template?`,
  },
]
