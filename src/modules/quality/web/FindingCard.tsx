import { useState } from 'react'
import { count } from '../../../ui/format/number.ts'
import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { imports } from '../../imports/contract.ts'
import { type Finding, quality } from '../contract.ts'
import { Accept } from './Accept.tsx'

const looks = {
  problem: { tone: 'bad', label: 'Problem' },
  warning: { tone: 'warn', label: 'Warning' },
  info: { tone: 'info', label: 'Good to know' },
} as const

export function FindingCard({ finding }: { finding: Finding }) {
  const look = looks[finding.severity]
  const where = [finding.source, finding.object].filter(Boolean).join(' · ').replaceAll('_', ' ')
  return (
    <article
      data-card=""
      tabIndex={-1}
      aria-label={finding.title}
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4"
    >
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-[min(100%,260px)] flex-1">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold">
            <Badge tone={look.tone}>{look.label}</Badge>
            {finding.title}
          </h2>
          <p className="mt-1 text-ink-2">{finding.says}</p>
          {where && <p className="text-sm text-ink-3">{`${where} · ${count(finding.rows)} rows`}</p>}
        </div>
        <Deeds finding={finding} />
      </header>
      {finding.accepted && (
        <p className="text-ink-2">
          Accepted by {finding.accepted.by} <When at={finding.accepted.at} />: “{finding.accepted.reason}”
        </p>
      )}
      <Sample finding={finding} />
    </article>
  )
}

function Deeds({ finding }: { finding: Finding }) {
  const can = useCan()
  const [isAccepting, setAccepting] = useState(false)
  const refresh = { alsoRefresh: ['imports', 'quality', 'metrics', 'pipeline'] }
  const fix = useCommand(quality.fix, refresh)
  const setWord = useCommand(imports.setWord, refresh)
  const { fix: offered } = finding
  const mend = async () => {
    const done = await fix.run({ id: finding.id })
    if (!done || !offered) return
    toast(`“${offered.raw}” is read as “${offered.value}”`, {
      undo: () => void setWord.run({ kind: offered.kind, raw: offered.raw, value: '' }),
    })
  }
  return (
    <div className="flex flex-wrap gap-2">
      {offered && can('sources:manage') && (
        <Button small look="primary" isBusy={fix.isRunning} onClick={() => void mend()}>
          {`Read “${offered.raw}” as “${offered.value}”`}
        </Button>
      )}
      {!finding.accepted && can('quality:manage') && (
        <Button small onClick={() => setAccepting(true)}>
          Accept…
        </Button>
      )}
      {isAccepting && <Accept finding={finding} onClose={() => setAccepting(false)} />}
    </div>
  )
}

function Sample({ finding }: { finding: Finding }) {
  const [first] = finding.sample
  if (!first) return null
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  return (
    <details>
      <summary className="text-sm text-ink-2">
        {finding.rows > finding.sample.length
          ? `${finding.sample.length} of ${count(finding.rows)} rows`
          : `The ${finding.sample.length === 1 ? 'row' : `${finding.sample.length} rows`} behind it`}
      </summary>
      <DataTable<Record<string, unknown>>
        caption={finding.title}
        rows={finding.sample}
        rowId={(_, index) => String(index)}
        columns={Object.keys(first).map((name) => ({
          id: name,
          title: name.replaceAll('_', ' '),
          value: (row) => text(row[name]),
          cell: (row) => <span className="block max-w-60 truncate">{text(row[name])}</span>,
        }))}
      />
    </details>
  )
}
