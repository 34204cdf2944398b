import { useParams } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { When } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useSearchParams } from '../../../ui/useUrl.ts'
import { Trace } from '../../trace/web/index.ts'
import { type Case, cases } from '../contract.ts'
import { BarControls } from './BarControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { Ends, Parts, Verdict } from './Numbers.tsx'
import { Remarks } from './Remarks.tsx'
import { queryOf, useTriedBar } from './useBar.ts'

type Shown = Out<typeof cases.show>

export default function CasePage() {
  const { id = '' } = useParams({ strict: false })
  const search = useSearchParams()
  const at = Number(search.at)
  const bar = useTriedBar()
  const asked = useQuery(cases.show, { id, ...bar, ...(Number.isInteger(at) && at > 0 ? { at } : {}) })
  const [isOpen, setOpen] = useState(false)
  const { data } = asked
  return (
    <DetailPage
      title={data?.case.name ?? 'Case'}
      crumbs={[{ title: 'Cases', path: '/cases' }]}
      description={data?.case.body.problem || undefined}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      onEdit={data?.case.can.change ? () => setOpen(true) : undefined}
      actions={
        data && (
          <Button icon={<Printer size={14} />} to={`/cases/${id}/sheet?${queryOf(search)}`}>
            On one page
          </Button>
        )
      }
      properties={data && propertiesOf(data)}
    >
      {data && (
        <>
          <Verdict one={data.case} />
          <BarControls bar={data.bar} agreed={data.agreed} />
          <Ends one={data.case} />
          <Parts one={data.case} />
          <Trace kind="case" id={id} />
          <Remarks one={data.case} />
          <Versions shown={data} />
          {isOpen && <Edit one={data.case} onClose={() => setOpen(false)} />}
        </>
      )}
    </DetailPage>
  )
}

const propertiesOf = ({ case: one }: Shown) => [
  { label: 'Version', value: `${one.version}` },
  { label: 'Changed by', value: one.changedBy },
  { label: 'Changed', value: <When at={one.changedAt} /> },
  { label: 'Horizon', value: one.body.years === 1 ? '1 year' : `${one.body.years} years` },
  { label: 'Confidence', value: `${one.body.confidence} %` },
  { label: 'Serves', value: one.initiative?.name ?? 'nothing yet' },
]

function Versions({ shown: { case: one, versions } }: { shown: Shown }) {
  return (
    <Card title="Versions" hint="A signature is for the version it was given on.">
      <ol className="flex flex-col gap-2">
        {versions.map(({ version, reason, by, changedAt }) => (
          <li key={version} className="flex flex-wrap items-center gap-2">
            <Button
              small
              look={version === one.version ? 'secondary' : 'quiet'}
              to={`/cases/${one.id}?at=${version}`}
            >
              {`Version ${version}`}
            </Button>
            <span>{reason}</span>
            <span className="text-ink-3">
              {`${by}, `}
              <When at={changedAt} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Edit({ one, onClose }: { one: Case; onClose: () => void }) {
  const change = useCommand(cases.change, { isQuiet: true })
  const { opened, open, newer } = useOpened(one)
  return (
    <Dialog isOpen size="large" onClose={onClose} title={one.name} description="Saving makes a new version.">
      {newer && <Meanwhile by={newer.changedBy} what="this case" onLoad={() => open(newer)} />}
      <CaseForm
        key={opened.version}
        id={`case-${opened.id}-${opened.version}`}
        initial={{ name: opened.name, ...opened.body }}
        isChange
        onSave={({ reason, ...said }) =>
          change.attempt({ id: opened.id, version: opened.version, ...said, reason: reason ?? '' })
        }
        onSaved={({ version }) => {
          toast(`Version ${version} is kept`)
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
