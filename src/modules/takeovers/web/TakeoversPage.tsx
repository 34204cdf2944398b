import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useRows } from '../../../ui/query.ts'
import { type Takeover, takeovers } from '../contract.ts'
import { useHandIn } from './useHandIn.ts'
import { many, State, sourceTitles } from './words.tsx'

/** What was taken over from other work tools, and the way to take over more. */
export default function TakeoversPage() {
  const asked = useRows(takeovers.list, {})
  const file = useRef<HTMLInputElement>(null)
  const { handIn, sent } = useHandIn()
  const choose = () => file.current?.click()
  useKeys({ c: choose })
  const button = (
    <Button look="primary" icon={<FileUp size={14} />} isBusy={sent !== null} onClick={choose}>
      {sent === null ? 'Choose a file' : `Sending ${Math.round(sent * 100)} %`}
    </Button>
  )
  return (
    <>
      <input
        ref={file}
        type="file"
        aria-label="Export of another work tool"
        accept=".json,.csv,.tsv,.txt,.xlsx"
        className="hidden"
        onChange={(event) => {
          void handIn(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <ListPage<Takeover>
        id="takeovers"
        title="Take over from other tools"
        description="A board of Trello (JSON), or a CSV or workbook of Asana, Jira, Monday, Workfront, or any table. You see what was understood before anything lands, and every takeover can be undone."
        what="takeovers"
        rows={asked.rows}
        rowId={(one) => one.id}
        rowPath={(one) => `/work/takeovers/${one.id}`}
        columns={[
          { id: 'name', title: 'Name', value: (one) => one.name },
          { id: 'source', title: 'From', value: (one) => sourceTitles[one.source], width: 110 },
          {
            id: 'state',
            title: 'State',
            value: (one) => one.state,
            cell: (one) => <State state={one.state} />,
            width: 140,
          },
          { id: 'board', title: 'Board', value: (one) => one.board?.name ?? '' },
          {
            ...{ id: 'added', title: 'Items', align: 'end', width: 110 },
            value: (one) => one.receipt?.added ?? null,
            cell: (one) => (one.receipt ? many(one.receipt.added, 'item') : '–'),
          },
          { id: 'by', title: 'By', value: (one) => one.by, width: 150 },
          {
            id: 'at',
            title: 'When',
            value: (one) => one.at,
            cell: (one) => <When at={one.at} />,
            width: 130,
          },
        ]}
        actions={button}
        total={asked.total}
        paging={asked.paging}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={{
          icon: <FileUp size={24} />,
          children: 'Nothing was taken over yet. Hand in an export of the tool your team works in today.',
          action: button,
        }}
      />
    </>
  )
}
