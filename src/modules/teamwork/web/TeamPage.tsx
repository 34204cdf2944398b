import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Agreement, Day, teamwork, words } from '../contract.ts'
import { AgreementCard } from './AgreementCard.tsx'
import { AgreementForm } from './AgreementForm.tsx'
import { Commitments } from './Commitments.tsx'
import { KeptFigure } from './KeptFigure.tsx'
import { Wins } from './Wins.tsx'

export default function TeamPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(teamwork.agreement, { id }, { keepsOld: false })
  const [doing, setDoing] = useState<'promise' | 'write' | null>(null)
  const of = asked.data
  useKeys({ c: () => setDoing('promise') }, { isOn: of?.can.promise ?? false })
  useKeys({ e: () => setDoing('write') }, { isOn: of?.can.write ?? false })
  return (
    <>
      <Page
        title={of?.team.name ?? 'Team'}
        crumbs={[{ title: 'Teamwork', path: '/teamwork' }]}
        description={of?.purpose}
        actions={of && <Deeds of={of} onDo={setDoing} />}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
      >
        {() => of && <Shown of={of} />}
      </Page>
      {of && doing === 'write' && <AgreementForm of={of} onClose={() => setDoing(null)} />}
      {of && doing === 'promise' && <PromiseForm of={of} onClose={() => setDoing(null)} />}
    </>
  )
}

const Deeds = ({ of, onDo }: { of: Agreement; onDo: (what: 'promise' | 'write') => void }) => (
  <>
    {of.can.write && (
      <Button onClick={() => onDo('write')}>
        {of.version === 0 ? 'Write the agreement' : 'Change the agreement'}
      </Button>
    )}
    {of.can.promise && (
      <Button look="primary" onClick={() => onDo('promise')}>
        Promise something
      </Button>
    )}
  </>
)

function Shown({ of }: { of: Agreement }) {
  const open = of.commitments.filter((one) => one.state === 'open')
  const settled = of.commitments.filter((one) => one.state !== 'open')
  return (
    <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-(--gap) max-[1060px]:grid-cols-1">
      <div className="flex min-w-0 flex-col gap-(--gap)">
        <Card title="Open commitments" hint="What was promised and is not settled, the next due first.">
          {open.length === 0 ? (
            <p className="text-ink-2">
              {`Nobody of ${of.team.name} has promised anything that is open. Press c to promise something by a day.`}
            </p>
          ) : (
            <Commitments items={open} />
          )}
        </Card>
        {settled.length > 0 && (
          <Card title="Settled">
            <Commitments items={settled} />
          </Card>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-(--gap)">
        <KeptFigure of={of} />
        <AgreementCard of={of} />
        <Wins of={{ teamId: of.team.id }} />
      </div>
    </div>
  )
}

const Promised = z.object({ what: words(200), dueOn: Day })

function PromiseForm({ of, onClose }: { of: Agreement; onClose: () => void }) {
  const add = useCommand(teamwork.promise, { isQuiet: true })
  return (
    <FormDialog
      title={`Promise ${of.team.name} something`}
      description="Under your name, for a day, where the whole team sees it."
      onClose={onClose}
      id={`promise-${of.team.id}`}
      schema={Promised}
      fields={[
        { name: 'what', label: 'What you promise', autoFocus: true },
        { name: 'dueOn', label: 'By', kind: 'date' },
      ]}
      saveLabel="Promise"
      onSave={(said) => add.attempt({ id: of.team.id, ...said })}
    />
  )
}
