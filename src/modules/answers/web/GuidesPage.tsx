import { Signpost } from 'lucide-react'
import { When } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { answers, type GuideLine, Phase } from '../contract.ts'
import { GuideForm } from './GuideForm.tsx'
import { phases, phaseTitle } from './guide-words.ts'

const columns: Column<GuideLine>[] = [
  {
    ...{ id: 'title', title: 'Guide', value: (one: GuideLine) => one.title },
    cell: (one) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{one.title}</span>
        {one.isDue && <Badge tone="warn">Look again</Badge>}
      </span>
    ),
  },
  { id: 'phase', title: 'Phase', value: (one) => phaseTitle(one.phase), width: 110 },
  {
    ...{ id: 'serves', title: 'Serves', width: 220 },
    value: (one) => one.serves.map((served) => served.name).join(', '),
  },
  { id: 'owner', title: 'Owner', value: (one) => one.owner?.name ?? '', width: 150 },
  {
    ...{ id: 'changed', title: 'Written', value: (one: GuideLine) => one.changedAt, width: 120 },
    cell: (one) => <When at={one.changedAt} />,
  },
]

export default function GuidesPage() {
  const [shown, show] = useUrl('show')
  const [phase, setPhase] = useUrl('phase', 'all')
  const [retired, setRetired] = useUrl('retired')
  const known = Phase.safeParse(phase)
  const input = { isRetired: retired === '1', ...(known.success ? { phase: known.data } : {}) }
  const asked = useQuery(answers.guides, input)
  const mayWrite = useCan()('answers:write')
  const open = () => show('new')
  return (
    <>
      <ListPage<GuideLine>
        id="guides"
        title="Guides"
        what="guides"
        description="Short documents, shown on the work they serve, in the phase they help with."
        columns={columns}
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/guides/${one.id}`}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        filters={
          <Select
            small
            label="Phase"
            value={known.success ? phase : 'all'}
            options={[{ value: 'all', label: 'All phases' }, ...phases]}
            onChange={setPhase}
          />
        }
        actions={
          <Button look="quiet" onClick={() => setRetired(retired ? '' : '1')}>
            {retired ? 'Show those in use' : 'Show retired'}
          </Button>
        }
        {...(mayWrite ? { create: { label: 'Write a guide', run: open } } : {})}
        empty={{
          icon: <Signpost size={24} />,
          children: retired
            ? 'No guide is retired.'
            : 'No guide is written yet. Begin with what you explain most often.',
          action: mayWrite && !retired && (
            <Button look="primary" onClick={open}>
              Write a guide
            </Button>
          ),
        }}
      />
      {shown === 'new' && mayWrite && <GuideForm guide={null} onClose={() => show('')} />}
    </>
  )
}
