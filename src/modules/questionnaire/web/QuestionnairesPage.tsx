import { ClipboardPen } from 'lucide-react'
import { Day } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { questionnaire, type Round } from '../contract.ts'
import { AskRound } from './AskRound.tsx'
import { Questions } from './Questions.tsx'

const stateOf = (one: Round): string =>
  one.submittedAt ? 'Submitted' : one.isLate ? 'Late' : one.answered > 0 ? 'Being written' : 'Asked'

const columns: Column<Round>[] = [
  {
    id: 'client',
    title: 'Client',
    value: (one) => one.client,
    cell: (one) => <span className="block truncate font-medium">{one.client}</span>,
  },
  {
    id: 'quarter',
    title: 'Quarter',
    value: (one) => one.quarter.from,
    cell: (one) => one.quarter.label,
    width: 110,
  },
  {
    id: 'state',
    title: 'State',
    value: stateOf,
    cell: (one) => (
      <Badge tone={one.submittedAt ? 'good' : one.isLate ? 'bad' : 'warn'}>{stateOf(one)}</Badge>
    ),
    width: 140,
  },
  {
    id: 'answered',
    title: 'Answered',
    value: (one) => one.answered,
    cell: (one) => <span className="tabular">{`${one.answered} of ${one.questions}`}</span>,
    align: 'end',
    width: 100,
  },
  { id: 'person', title: 'Answers', value: (one) => one.person.name, width: 170 },
  { id: 'due', title: 'By', value: (one) => one.dueOn, cell: (one) => <Day date={one.dueOn} />, width: 120 },
]

export default function QuestionnairesPage() {
  const [shown, show] = useUrl('show')
  const asked = useQuery(questionnaire.list, {})
  const mayRead = useCan()('questionnaires:read')
  const mayManage = asked.data?.can.manage ?? false
  const open = () => show('new')
  return (
    <>
      <ListPage<Round>
        id="questionnaires"
        title="Questionnaires"
        what="questionnaires"
        description="What those we work for want of a quarter: asked the same way each time, read beside the last."
        columns={columns}
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/questionnaires/${one.id}`}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        actions={mayRead && <Button onClick={() => show('questions')}>The questions</Button>}
        {...(mayManage ? { create: { label: 'Ask a client', run: open } } : {})}
        empty={{
          icon: <ClipboardPen size={24} />,
          children: 'Nobody was asked yet. Begin with the client whose quarter matters most.',
          action: mayManage && (
            <Button look="primary" onClick={open}>
              Ask a client
            </Button>
          ),
        }}
      />
      {shown === 'new' && mayManage && <AskRound onClose={() => show('')} />}
      {shown === 'questions' && mayRead && <Questions onClose={() => show('')} />}
    </>
  )
}
