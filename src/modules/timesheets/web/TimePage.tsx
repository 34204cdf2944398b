import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { addDays } from '../../../methods/days.ts'
import { download } from '../../../ui/format/save.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl, useUrlPatch } from '../../../ui/useUrl.ts'
import { timesheets, type Week } from '../contract.ts'
import { EntryList } from './EntryList.tsx'
import { LockBar } from './LockBar.tsx'
import { Proposal } from './Proposal.tsx'
import { TimerBar } from './TimerBar.tsx'
import { useWeekDeeds } from './useWeekDeeds.ts'
import { WeekGrid } from './WeekGrid.tsx'

export default function TimePage() {
  const [on] = useUrl('on')
  const [personId] = useUrl('person')
  const patch = useUrlPatch()
  const input = { ...(on ? { on } : {}), ...(personId ? { personId } : {}) }
  const asked = useQuery(timesheets.week, input)
  const { data } = asked
  const first = data?.days[0]?.day
  const last = data?.days.at(-1)?.day
  const move = (days: number) => first && patch({ on: addDays(first, days) })
  useKeys({ p: () => move(-7), n: () => move(7), '.': () => patch({ on: undefined }) })
  return (
    <Page
      title="Time"
      description="What you worked on, by day. Only you and those who lead you read it; everybody else sees sums."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={
        first &&
        last && (
          <Exports
            onSave={(format) =>
              download(
                address(timesheets.exportEntries, {
                  ...{ from: first, to: last, format },
                  ...(personId ? { personId } : {}),
                }).url,
              )
            }
          />
        )
      }
    >
      {() => data && <Shown data={data} onMove={move} onNow={() => patch({ on: undefined })} />}
    </Page>
  )
}

type ShownProps = { data: Week; onMove: (days: number) => void; onNow: () => void }

function Shown({ data, onMove, onNow }: ShownProps) {
  const deeds = useWeekDeeds(data)
  const [isProposing, setProposing] = useState(false)
  useKeys(data.can.write ? { y: () => void deeds.copyLast(), f: () => setProposing((is) => !is) } : {})
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <IconButton label="The week before" keys="p" onClick={() => onMove(-7)}>
          <ChevronLeft size={16} />
        </IconButton>
        <Button small look="quiet" onClick={onNow}>
          This week
        </Button>
        <IconButton label="The week after" keys="n" onClick={() => onMove(7)}>
          <ChevronRight size={16} />
        </IconButton>
        {data.people.length > 1 && (
          <UrlFilter
            name="person"
            label="Whose time"
            anyLabel="My own"
            options={data.people.slice(1).map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        {data.can.write && (
          <>
            <Button small onClick={() => void deeds.copyLast()}>
              Copy last week
            </Button>
            <Button small onClick={() => setProposing(!isProposing)}>
              Propose from the board
            </Button>
          </>
        )}
        <LockBar data={data} />
      </div>
      {data.lock && (
        <Notice tone="info">{`Locked by ${data.lock.by}. Whoever leads ${data.person.name} can reopen it.`}</Notice>
      )}
      {data.can.write && <TimerBar />}
      {isProposing && data.can.write && (
        <Proposal on={data.days[0]!.day} onClose={() => setProposing(false)} deeds={deeds} />
      )}
      <WeekGrid data={data} deeds={deeds} />
      <EntryList data={data} deeds={deeds} />
    </>
  )
}
