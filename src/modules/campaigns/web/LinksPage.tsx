import { Link2, Plus } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { When } from '../../../ui/format/Values.tsx'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { FaceOf, Page } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useRows } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { campaigns, type Link } from '../contract.ts'
import { BuildLink } from './BuildLink.tsx'
import { LinkCode } from './LinkCode.tsx'
import { Terms } from './Terms.tsx'
import { Ungoverned } from './Ungoverned.tsx'

export default function LinksPage() {
  const mayManage = useCan()('campaigns:manage')
  const [shown, show] = useUrl('show')
  useKeys({ c: () => show('new') }, { isOn: mayManage })
  return (
    <>
      <Page
        title="Links"
        description="Links with UTM parameters of allowed values only, so that every touch lands under one spelling."
        crumbs={[{ title: 'Campaigns', path: '/campaigns' }]}
        tabs={[
          { value: 'links', label: 'Links' },
          { value: 'terms', label: 'Allowed values' },
          { value: 'ungoverned', label: 'Ungoverned' },
        ]}
        actions={
          <>
            <Exports onSave={(format) => download(address(campaigns.exportLinks, { format }).url)} />
            {mayManage && (
              <Button look="primary" icon={<Plus size={14} />} onClick={() => show('new')}>
                Build a link
              </Button>
            )}
          </>
        }
      >
        {(tab) => (tab === 'terms' ? <Terms /> : tab === 'ungoverned' ? <Ungoverned /> : <Links />)}
      </Page>
      {shown === 'new' && mayManage && <BuildLink onClose={() => show('')} />}
    </>
  )
}

function Links() {
  const [shown, show] = useUrl('code')
  const { rows, paging, isPending, error, refetch } = useRows(campaigns.links, {})
  const open = rows?.find((one) => one.id === shown)
  return (
    <FaceOf
      isLoading={isPending}
      error={error}
      onRetry={() => void refetch()}
      empty={
        rows?.length === 0 && {
          icon: <Link2 size={24} />,
          children: 'No link is built yet. Allow the values first, then build the first link.',
          action: <Button to="/campaigns/links?tab=terms">Allowed values</Button>,
        }
      }
    >
      {() => (
        <>
          <DataTable<Link>
            caption="Links that were built"
            rows={rows ?? []}
            rowId={(one) => one.id}
            columns={columns(show)}
          />
          {paging.hasMore && (
            <Button isBusy={paging.isLoadingMore} onClick={() => void paging.loadMore()}>
              More
            </Button>
          )}
          {open && <LinkCode link={open} onClose={() => show('')} />}
        </>
      )}
    </FaceOf>
  )
}

const columns = (show: (id: string) => void): Column<Link>[] => [
  {
    id: 'address',
    title: 'Link',
    value: (one) => one.address,
    cell: (one) => <span className="block min-w-72 py-1 break-all whitespace-normal">{one.address}</span>,
  },
  {
    id: 'code',
    title: 'Take along',
    value: () => '',
    cell: (one) => (
      <Button small aria-label={`QR code of ${one.address}`} onClick={() => show(one.id)}>
        QR code
      </Button>
    ),
  },
  {
    id: 'builtBy',
    title: 'Built by',
    value: (one) => one.builtBy,
    cell: (one) => <span className="whitespace-nowrap">{one.builtBy}</span>,
  },
  { id: 'builtAt', title: 'When', value: (one) => one.builtAt, cell: (one) => <When at={one.builtAt} /> },
]
