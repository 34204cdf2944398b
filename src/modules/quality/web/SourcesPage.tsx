import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { percent } from '../../../ui/format/number.ts'
import { Count, Day, When } from '../../../ui/format/Values.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { imports } from '../../imports/contract.ts'
import { type Finding, quality } from '../contract.ts'
import { Attest } from './Attest.tsx'

type Source = Out<typeof imports.sources>['items'][number]

export default function SourcesPage() {
  const asked = useQuery(imports.sources, {})
  const findings = useQuery(quality.findings, {}).data?.items ?? []
  const unmapped = useQuery(quality.unmapped, { kind: 'channel' }).data?.items.length ?? 0
  const items = asked.data?.items ?? []
  const sources = [...new Set(items.map((one) => one.source))]
  const [vouching, setVouching] = useState<string | null>(null)
  return (
    <Page
      title="Sources"
      description="How fresh and how complete each source is, and who vouches for it."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={
        items.length === 0 && {
          children: 'No source has brought anything yet.',
          action: (
            <Button look="primary" to="/imports">
              Import files
            </Button>
          ),
        }
      }
    >
      {() => (
        <>
          {unmapped > 0 && (
            <Notice
              tone="warn"
              action={
                <Button small to="/vocabulary">
                  Read them
                </Button>
              }
            >
              {`${unmapped} channel ${unmapped === 1 ? 'value is' : 'values are'} not read yet.`}
            </Notice>
          )}
          {sources.map((source) => (
            <OneSource
              key={source}
              items={items.filter((one) => one.source === source)}
              findings={findings.filter((one) => one.source === source)}
              onVouch={() => setVouching(source)}
            />
          ))}
          {vouching && <Attest source={vouching} onClose={() => setVouching(null)} />}
        </>
      )}
    </Page>
  )
}

type OneSourceProps = { items: Source[]; findings: Finding[]; onVouch: () => void }

function OneSource({ items, findings, onVouch }: OneSourceProps) {
  const can = useCan()
  const [first] = items
  if (!first) return null
  return (
    <Card
      isFlush
      title={first.source.replaceAll('_', ' ')}
      hint={<Vouched attested={first.attested} />}
      actions={
        <>
          {findings.length > 0 && (
            <Button look="quiet" small to={`/findings?source=${first.source}`}>
              {findings.length === 1 ? '1 finding' : `${findings.length} findings`}
            </Button>
          )}
          {can('sources:attest') && (
            <Button small icon={<BadgeCheck size={14} />} onClick={onVouch}>
              Vouch for it…
            </Button>
          )}
        </>
      }
    >
      <ul className="mt-2 divide-y divide-line border-t border-line">
        {items.map((one) => (
          <Line key={one.object} one={one} />
        ))}
      </ul>
    </Card>
  )
}

function Vouched({ attested }: { attested: Source['attested'] }) {
  if (!attested) return 'Nobody has vouched for it yet'
  return (
    <>
      {attested.by} vouches for <Day date={attested.from} /> to <Day date={attested.to} />,{' '}
      <When at={attested.at} />
    </>
  )
}

const staleAfter = 14

function Line({ one }: { one: Source }) {
  const age = one.daysOld === 0 ? 'today' : one.daysOld === 1 ? 'yesterday' : `${one.daysOld} days old`
  return (
    <li className="grid grid-cols-[minmax(160px,1fr)_110px_110px_minmax(0,2.4fr)] items-start gap-4 px-4 py-3 max-[960px]:grid-cols-2 narrow:grid-cols-1">
      <div>
        <p className="font-medium">{one.object.replaceAll('_', ' ')}</p>
        <p className="text-sm text-ink-3">{one.title}</p>
      </div>
      <p className="text-ink-2">
        <Count value={one.rows} /> rows
      </p>
      <div>
        <Badge tone={one.daysOld > staleAfter ? 'warn' : 'good'}>{age}</Badge>
        {one.newest && (
          <p className="mt-1 text-sm text-ink-3">
            newest <Day date={one.newest} />
          </p>
        )}
      </div>
      <Completeness filled={one.filled} />
    </li>
  )
}

/** The emptiest first, since those are what one may have to mend. */
function Completeness({ filled }: Pick<Source, 'filled'>) {
  const [isWhole, setWhole] = useState(false)
  const sorted = [...filled].sort((a, b) => a.share - b.share)
  const shown = isWhole ? sorted : sorted.slice(0, 6)
  return (
    <div>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(200px,1fr))] gap-x-4 gap-y-1">
        {shown.map(({ attribute, share }) => (
          <div key={attribute} className="grid grid-cols-[1fr_64px_48px] items-center gap-2 text-sm">
            <dt className="truncate text-ink-2">{attribute.replaceAll('_', ' ')}</dt>
            <dd className="contents">
              <span className="h-1.5 overflow-hidden rounded-full bg-press" aria-hidden="true">
                <span className="block h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
              </span>
              <span className="tabular text-right text-ink-2">{percent(share, 0)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {sorted.length > 6 && (
        <Button small look="quiet" className="mt-1 -ml-2" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Only the emptiest' : `All ${sorted.length} attributes`}
        </Button>
      )}
    </div>
  )
}
