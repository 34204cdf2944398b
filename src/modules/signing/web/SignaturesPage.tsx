import { PenLine } from 'lucide-react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Agreement, signing } from '../contract.ts'
import { rule } from '../rules/signing.ts'
import { AgreementCard } from './AgreementCard.tsx'
import { History } from './History.tsx'
import { Propose } from './Propose.tsx'

const stands = ({ state }: Agreement): boolean => state === 'open' || state === 'signed'

export default function SignaturesPage() {
  const mayPropose = useCan()('signing:propose')
  const [show, setShow] = useUrl('show')
  const asked = useQuery(signing.list, {})
  const items = asked.data?.items ?? []
  const propose = (
    <Button look="primary" onClick={() => setShow('new')}>
      Propose
    </Button>
  )
  return (
    <>
      <Page
        title="Signatures"
        description="By which model and on which costs marketing is measured, as sales and finance signed it."
        actions={mayPropose && items.length > 0 && propose}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={
          items.length === 0 && {
            icon: <PenLine size={24} />,
            children: mayPropose
              ? 'Nothing was proposed yet. Propose the model and the cost basis of the last quarter to sales operations and finance.'
              : 'Nothing was proposed yet. Whoever keeps the figures proposes a model and a cost basis here.',
            action: mayPropose && propose,
          }
        }
      >
        {() => <All items={items} onPropose={mayPropose ? setShow : undefined} />}
      </Page>
      {mayPropose && show !== '' && (
        <Propose instead={items.find((one) => one.id === show)} onClose={() => setShow('')} />
      )}
    </>
  )
}

type AllProps = { items: Agreement[]; onPropose: ((id: string) => void) | undefined }

/** What waits first, then what is in force, then what was. */
function All({ items, onPropose }: AllProps) {
  const standing = items
    .filter(stands)
    .sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
  const past = items.filter((one) => !stands(one))
  return (
    <>
      <Notes notes={[rule]} />
      {standing.length === 0 && <p className="text-ink-2">Nothing is in force and nothing waits.</p>}
      {standing.map((one) => (
        <AgreementCard key={one.id} agreement={one} onPropose={onPropose} />
      ))}
      {past.length > 0 && <History items={past} all={items} />}
    </>
  )
}
