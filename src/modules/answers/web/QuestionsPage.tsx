import { MessageCircleQuestion } from 'lucide-react'
import { Day } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { answers, type Line } from '../contract.ts'
import { stateTitle } from '../rules.ts'
import { AskForm } from './AskForm.tsx'
import { StateBadge } from './StateBadge.tsx'

const columns: Column<Line>[] = [
  {
    ...{ id: 'text', title: 'Question', value: (one: Line) => one.text },
    cell: (one) => <span className="block truncate font-medium">{one.text}</span>,
  },
  { id: 'asked', title: 'Asked', value: (one) => one.asked, align: 'end', width: 75 },
  { id: 'askers', title: 'By', value: (one) => one.askers, align: 'end', width: 60, isHidden: true },
  {
    ...{ id: 'last', title: 'Last', value: (one: Line) => one.lastOn, width: 115 },
    cell: (one) => <Day date={one.lastOn} />,
  },
  {
    ...{ id: 'state', title: 'Answer', value: (one: Line) => stateTitle(one.state), width: 130 },
    cell: (one) => <StateBadge state={one.state} />,
  },
  {
    ...{ id: 'review', title: 'Look again', value: (one: Line) => one.reviewOn, width: 115 },
    cell: (one) =>
      one.isDue ? <Badge tone="warn">Due</Badge> : one.reviewOn ? <Day date={one.reviewOn} /> : null,
  },
  { id: 'helped', title: 'Helped', value: (one) => one.helped, align: 'end', width: 75 },
  { id: 'not', title: 'Did not', value: (one) => one.notHelped, align: 'end', width: 75, isHidden: true },
  { id: 'owner', title: 'Owner', value: (one) => one.owner?.name ?? '', width: 150 },
]

const choices = [
  { value: 'all', label: 'All questions' },
  { value: 'open', label: 'Not answered' },
  { value: 'draft', label: 'Not published' },
  { value: 'published', label: 'Published' },
  { value: 'due', label: 'To be looked at again' },
  { value: 'mine', label: 'Mine: asked or owned' },
] as const
type Only = (typeof choices)[number]['value']

export default function QuestionsPage() {
  const [shown, show] = useUrl('show')
  const [chosen, choose] = useUrl('only', 'all')
  const only = choices.some((one) => one.value === chosen) ? (chosen as Only) : 'all'
  const asked = useQuery(answers.questions, { only })
  const open = () => show('new')
  return (
    <>
      <ListPage<Line>
        id="questions"
        title="Questions"
        what="questions"
        description="What people ask, how often, and whether it is answered once for all."
        columns={columns}
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/questions/${one.id}`}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        filters={<Select small label="Which questions" value={only} options={choices} onChange={choose} />}
        actions={
          <Button look="quiet" to="/question-load">
            Question load
          </Button>
        }
        create={{ label: 'Note a question', run: open }}
        empty={{
          icon: <MessageCircleQuestion size={24} />,
          children:
            only === 'all'
              ? 'Nobody has asked anything yet. Note the next question that reaches you.'
              : 'Nothing fits.',
          action:
            only === 'all' ? (
              <Button look="primary" onClick={open}>
                Note a question
              </Button>
            ) : (
              <Button onClick={() => choose('all')}>Show all</Button>
            ),
        }}
      />
      {shown === 'new' && <AskForm text="" onClose={() => show('')} />}
    </>
  )
}
