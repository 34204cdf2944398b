import { count } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { campaigns } from '../contract.ts'

/** What landed under a source, medium or campaign that nobody built a link with. */
export function Ungoverned() {
  const asked = useQuery(campaigns.ungoverned, {})
  const items = asked.data?.items ?? []
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
      empty={items.length === 0 && { children: asked.data?.says ?? '' }}
    >
      {() => (
        <>
          <Notes notes={[asked.data?.says ?? '']} />
          <DataTable
            caption="Ungoverned sources and media"
            rows={items}
            rowId={(one) => `${one.channel} ${one.campaign}`}
            columns={[
              { id: 'channel', title: 'Source / medium', value: (one) => one.channel },
              { id: 'campaign', title: 'Campaign', value: (one) => one.campaign ?? '' },
              {
                id: 'rows',
                title: 'Touches',
                value: (one) => one.rows,
                cell: (one) => count(one.rows),
                align: 'end',
              },
              { id: 'says', title: 'Why', value: (one) => one.says },
            ]}
          />
        </>
      )}
    </FaceOf>
  )
}
