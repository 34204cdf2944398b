/** What the demo company’s director wrote, as paragraphs: `## ` heads, `- ` lists. */
export type Version = {
  by: string
  base: number
  title: string
  summary: string
  reason: string
  body: string
}

const title = 'Marketing that sales would miss'

export const versions: Version[] = [
  {
    ...{ by: 'imogen', base: 0, title, reason: 'First version' },
    summary: 'We bring sales the accounts it wants, and can show what each of them cost.',
    body: `## Where we take the team
In three years nobody at Brindlemoor asks what marketing is for. Every region plans its year with us, because our figures and theirs are the same figures.
## How we get there
- One data model for every source, kept by us.
- Leads handed over within a day, and answered for.
- Programmes that end when they do not work.
## How it serves the business
Brindlemoor wants to grow faster than its market. Our share of that is pipeline that closes.`,
  },
  {
    ...{ by: 'imogen', base: 1, title, reason: 'Revenue line agreed with Helena; hours added' },
    summary:
      'We bring sales the accounts it wants, can show what each of them cost, and stop what does not work.',
    body: `## Where we take the team
In three years nobody at Brindlemoor asks what marketing is for. Every region plans its year with us, because our figures and theirs are the same figures.
## How we get there
- One data model for every source, kept by us.
- Leads handed over within a day, and answered for.
- Programmes that end when they do not work, and a note of what we learnt.
## How it serves the business
Brindlemoor wants to grow faster than its market. Our share of that is won value, signed as a KPI by those who run the company.
## What it means for each of us
Nine hours of ten serve this page. If your week does not, say so on Monday, and we change the week.`,
  },
]

export const principles = [
  {
    name: 'Show the figure',
    behaviours: 'Brings the number and where it came from, also when it is not the one hoped for.',
  },
  { name: 'Finish', behaviours: 'Closes one thing before beginning the next; says early what will be late.' },
  { name: 'Ask who cares', behaviours: 'Stops an activity that leads to nothing anybody would miss.' },
  {
    name: 'One team with sales',
    behaviours: 'Sits in the regional forecast call and answers for the leads.',
  },
]

export const plan: { what: string; owner: string | null; inDays: number | null }[] = [
  { what: 'Retire the three regional spreadsheets', owner: 'priya', inDays: -9 },
  { what: 'Agree handover times with every regional lead', owner: 'rafael', inDays: 21 },
  { what: 'Review all running programmes, stop the weakest', owner: 'imogen', inDays: 35 },
  { what: 'Briefing template that names the goal', owner: 'solveig', inDays: 14 },
  { what: 'Find a home for the customer story archive', owner: null, inDays: null },
]

/** Paragraphs, headings and lists of a plain text, as the editor would have written them. */
export function textOf(plain: string) {
  const content: object[] = []
  let items: object[] = []
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const close = () => {
    if (items.length > 0) content.push({ type: 'bulletList', content: items })
    items = []
  }
  for (const line of plain.split('\n')) {
    if (line.startsWith('- ')) {
      items.push({ type: 'listItem', content: [paragraph(line.slice(2))] })
      continue
    }
    close()
    content.push(
      line.startsWith('## ')
        ? { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: line.slice(3) }] }
        : paragraph(line),
    )
  }
  close()
  return { type: 'doc', content }
}
