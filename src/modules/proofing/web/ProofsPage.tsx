import { day } from '../../../ui/format/when.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Proof, proofing } from '../contract.ts'
import { StateBadge } from './StateBadge.tsx'

type Which = 'mine' | 'open' | 'all'
const kinds = [
  { value: 'mine' as const, label: 'For me' },
  { value: 'open' as const, label: 'Open' },
  { value: 'all' as const, label: 'All' },
]
const words: Record<Which, string> = {
  mine: 'Nothing waits for your decision.',
  open: 'No proof is open. Look at an image or a PDF on its record, and open one there.',
  all: 'There is no proof yet. Look at an image or a PDF on its record, and open one there.',
}

export default function ProofsPage() {
  const [which, setWhich] = useUrl('which', 'open')
  const proofs = useQuery(proofing.list, { which: which as Which })
  return (
    <ListPage<Proof>
      id="proofs"
      title="Proofs"
      what="proofs"
      rows={proofs.data?.items}
      rowId={(one) => one.id}
      rowPath={(one) => `/proofs/${one.id}`}
      columns={columns}
      filters={<Segmented label="Which" value={which as Which} onChange={setWhich} options={kinds} />}
      isLoading={proofs.isPending}
      error={proofs.error}
      onRetry={proofs.refetch}
      empty={{ children: words[which as Which] }}
    />
  )
}

const columns = [
  { id: 'name', title: 'File', value: (one: Proof) => one.name },
  { id: 'on', title: 'On', value: (one: Proof) => one.on.name },
  {
    id: 'state',
    title: 'State',
    value: (one: Proof) => one.verdict ?? one.state,
    cell: (one: Proof) => <StateBadge proof={one} />,
    width: 170,
  },
  { id: 'next', title: 'Next', value: (one: Proof) => one.next.map((who) => who.name).join(', ') },
  {
    id: 'due',
    title: 'Due',
    value: (one: Proof) => one.dueOn,
    cell: ({ dueOn, isLate }: Proof) => {
      const said = dueOn ? day(dueOn) : ''
      return isLate ? <Badge tone="bad">{said}</Badge> : said
    },
    width: 120,
  },
  { id: 'pins', title: 'Open pins', value: (one: Proof) => one.openPins, align: 'end' as const, width: 100 },
  { id: 'round', title: 'Round', value: (one: Proof) => one.round, align: 'end' as const, width: 80 },
]
