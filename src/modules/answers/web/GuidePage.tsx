import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Day, When } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Versions } from '../../../ui/list/Versions.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Thread } from '../../threads/web/index.ts'
import { answers, type Guide } from '../contract.ts'
import { GuideForm } from './GuideForm.tsx'
import { phaseTitle } from './guide-words.ts'
import { Prose } from './Prose.tsx'

export default function GuidePage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(answers.guide, { id })
  const [isChanging, setChanging] = useState(false)
  const guide = asked.data
  const mayChange = guide?.can.change === true && !guide.isRetired
  return (
    <>
      <DetailPage
        title={guide?.title ?? 'Guide'}
        crumbs={[{ title: 'Guides', path: '/guides' }]}
        description={guide?.summary}
        actions={guide?.can.change && <Retirement guide={guide} />}
        {...(mayChange ? { onEdit: () => setChanging(true) } : {})}
        {...(guide ? { properties: propertiesOf(guide) } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
      >
        {() => guide && <Shown guide={guide} />}
      </DetailPage>
      {isChanging && guide && <GuideForm guide={guide} onClose={() => setChanging(false)} />}
    </>
  )
}

const propertiesOf = (guide: Guide) => [
  { label: 'Helps with', value: phaseTitle(guide.phase) },
  {
    label: 'Shown on',
    value:
      guide.serves.length === 0 ? (
        'Nothing yet'
      ) : (
        <span>
          {guide.serves.map((one, at) => (
            <span key={`${one.kind} ${one.id}`}>
              {at > 0 && ', '}
              {one.path ? (
                <Link to={one.path} className="text-accent-ink underline">
                  {one.name}
                </Link>
              ) : (
                one.name
              )}
            </span>
          ))}
        </span>
      ),
  },
  { label: 'Owner', value: guide.owner?.name ?? 'Nobody yet' },
  {
    label: 'Look again',
    value: guide.isDue ? (
      <Badge tone="warn">Due</Badge>
    ) : guide.reviewOn ? (
      <Day date={guide.reviewOn} />
    ) : (
      'No day'
    ),
  },
  { label: 'Written', value: <When at={guide.changedAt} /> },
]

const Shown = ({ guide }: { guide: Guide }) => (
  <>
    <Card title={guide.isRetired ? <Badge>Retired</Badge> : 'Guide'}>
      <Prose text={guide.body} />
    </Card>
    <Card title="Versions" hint="Nothing is ever lost.">
      <Versions
        versions={guide.versions.map((one) => ({ ...one, changedAt: one.at }))}
        inWords={(one) => (
          <details>
            <summary className="cursor-pointer">{one.title}</summary>
            <Prose text={one.body} />
          </details>
        )}
      />
    </Card>
    <Thread kind="guide" id={guide.id} />
  </>
)

function Retirement({ guide: { id, title, isRetired } }: { guide: Guide }) {
  const retire = useCommand(answers.retireGuide)
  const set = (next: boolean) => retire.run({ id, isRetired: next })
  const turn = async () => {
    if (!(await set(!isRetired))) return
    toast(isRetired ? `${title} is in use again` : `${title} is retired`, { undo: () => void set(isRetired) })
  }
  return (
    <Button look="quiet" isBusy={retire.isRunning} onClick={() => void turn()}>
      {isRetired ? 'Bring it back' : 'Retire'}
    </Button>
  )
}
