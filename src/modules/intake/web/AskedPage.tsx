import { useParams } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { Alone } from '../../identity/web/index.ts'
import { type Followed, intake } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { AskedDeeds } from './AskedDeeds.tsx'
import { EarliestShown, PriceShown } from './OutlookShown.tsx'
import { Past } from './Past.tsx'
import { StateBadge } from './StateBadge.tsx'

/** Where whoever asked follows a request, without an account. */
export default function AskedPage() {
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const asked = useQuery(intake.follow, { token }, { every: 30_000 })
  const [isNew] = useUrl('new')
  const one = asked.data
  return (
    <Alone isWide title={one ? `${nameOf(one.number)} ${one.title}` : 'Your request'} hint={one?.type}>
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        skeleton={<Skeleton className="h-60" />}
      >
        {() => one && <Shown one={one} token={token} isNew={isNew === '1'} />}
      </FaceOf>
    </Alone>
  )
}

const Shown = ({ one, token, isNew }: { one: Followed; token: string; isNew: boolean }) => (
  <>
    {isNew && one.state === 'open' && (
      <Notice tone="good">
        It has arrived. Keep the address of this page: with it you see how it stands, without an account.
      </Notice>
    )}
    <div className="flex flex-wrap items-center gap-2">
      <StateBadge state={one.state} />
      <p role="status">{one.words}</p>
      {one.stage && <Badge tone="info">{one.stage}</Badge>}
    </div>
    <Dates one={one} />
    {one.reason && <Decision one={one} />}
    {one.state !== 'accepted' && one.state !== 'merged' && one.state !== 'declined' && (
      <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
        <EarliestShown earliest={one.earliest} />
        <PriceShown price={one.price} />
      </div>
    )}
    <Said said={one.said} />
    <AskedDeeds one={one} token={token} />
    <Past entries={one.entries.map((entry) => ({ ...entry, by: entry.byAsker ? 'You' : 'The team' }))} />
    {one.files.length > 0 && <Files files={one.files} />}
  </>
)

const Said = ({ said }: { said: Followed['said'] }) => (
  <Card title="What you asked for">
    <dl className="flex flex-col gap-3">
      {said.map((one) => (
        <div key={one.label}>
          <dt className="text-sm text-ink-3">{one.label}</dt>
          <dd className="max-w-180 break-words whitespace-pre-line">{one.words}</dd>
        </div>
      ))}
    </dl>
  </Card>
)

const Dates = ({ one }: { one: Followed }) => (
  <dl className="flex flex-wrap gap-x-8 gap-y-2">
    {(one.state === 'open' || one.state === 'asked') && (
      <Dated label="First answer by" day={one.answerDueOn} />
    )}
    {one.promisedOn && <Dated label="Promised for" day={one.promisedOn} />}
    {one.dueOn && one.dueOn !== one.promisedOn && <Dated label="Now due on" day={one.dueOn} />}
  </dl>
)

const Dated = ({ label, day }: { label: string; day: string }) => (
  <div>
    <dt className="text-sm text-ink-3">{label}</dt>
    <dd className="text-lg font-semibold">
      <Day date={day} />
    </dd>
  </div>
)

const Decision = ({ one }: { one: Followed }) => (
  <Card title="Why not">
    <div className="flex flex-col gap-2">
      <p className="font-medium">{one.reason}</p>
      <p className="whitespace-pre-line text-ink-2">{one.explanation}</p>
      {one.alternative && (
        <p>
          <span className="font-medium">Instead: </span>
          {one.alternative}
        </p>
      )}
    </div>
  </Card>
)

const Files = ({ files }: { files: Followed['files'] }) => (
  <Card title="Files">
    <ul className="flex flex-col gap-1">
      {files.map((one) => (
        <li key={one.path}>
          <a href={one.path} className="text-accent-ink underline" download>
            {one.name}
          </a>
        </li>
      ))}
    </ul>
  </Card>
)
