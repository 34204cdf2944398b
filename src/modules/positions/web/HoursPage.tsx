import { CalendarClock, ChevronLeft, ChevronRight, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useQuery } from '../../../ui/query.ts'
import { send } from '../../../ui/upload.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type HoursPosition, positions } from '../contract.ts'
import { GiveHours } from './GiveHours.tsx'
import { HoursGrid } from './HoursGrid.tsx'
import type { Unit } from './hours-cells.ts'

export default function HoursPage() {
  const [day, setDay] = useUrl('day')
  const [unit, setUnit] = useUrl('unit', 'hours')
  const [isAdding, setAdding] = useState(false)
  const asked = useQuery(positions.hours, day ? { day } : {})
  const { data } = asked
  const over = data?.positions.filter((one) => one.over.some((said) => said !== null)) ?? []
  const give = data?.can.manage && (
    <Button look="primary" onClick={() => setAdding(true)}>
      Give hours
    </Button>
  )
  return (
    <Page
      title="Hours"
      description="Whose hours go to which goal, campaign or budget line, month by month, beside the money."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={
        data && data.positions.length > 0 && <Actions day={day} mayManage={data.can.manage} give={give} />
      }
      empty={
        data?.positions.length === 0 && {
          icon: <CalendarClock size={24} />,
          children:
            'No position is approved yet. Draft one and ask for its budget; then its hours can be given.',
          action: (
            <Button look="primary" to="/positions">
              Positions
            </Button>
          ),
        }
      }
    >
      {() =>
        data && (
          <>
            <div className="flex flex-wrap items-center gap-2">
              <IconButton label="The year before" onClick={() => setDay(data.before)}>
                <ChevronLeft size={16} />
              </IconButton>
              <strong className="font-semibold">{data.label}</strong>
              <IconButton label="The year after" onClick={() => setDay(data.after)}>
                <ChevronRight size={16} />
              </IconButton>
              <Segmented
                label="What the months show"
                value={unit as Unit}
                onChange={setUnit}
                options={[
                  { value: 'hours', label: 'Hours' },
                  { value: 'percent', label: 'Percent' },
                ]}
              />
            </div>
            {over.length > 0 && <Notice tone="bad">{over.map(tooMuch).join(' ')}</Notice>}
            <HoursGrid key={data.label} data={data} unit={unit === 'percent' ? 'percent' : 'hours'} />
            <p className="text-sm text-ink-2">
              There is: Mondays to Fridays of the month on which the position is there, a fifth of its week
              each, by its share of full time. Holidays are not taken out. Shares of a month are kept to the
              minute and sum exactly. Enter and arrows move, Escape leaves a cell as it was.
            </p>
            {isAdding && <GiveHours data={data} onClose={() => setAdding(false)} />}
          </>
        )
      }
    </Page>
  )
}

/** Where a position is promised more often than there is of it: the one month, or how many and the first. */
function tooMuch({ title, over }: HoursPosition): string {
  const said = over.filter((one) => one !== null)
  return said.length === 1
    ? said[0]!
    : `“${title}” is promised too often in ${said.length} months; in the first: ${said[0]!.replace(/^.*promised: /, '')}`
}

type ActionsProps = { day: string; mayManage: boolean; give: React.ReactNode }

function Actions({ day, mayManage, give }: ActionsProps) {
  const file = useRef<HTMLInputElement>(null)
  const of = day ? { day } : {}
  return (
    <>
      <Exports onSave={(format) => download(address(positions.exportHours, { ...of, format }).url)} />
      {mayManage && (
        <Button icon={<Upload size={14} />} onClick={() => file.current?.click()}>
          Hand in
        </Button>
      )}
      {give}
      <input
        ref={file}
        type="file"
        accept=".xlsx,.csv"
        aria-label="Table of hours"
        className="hidden"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) void handIn(of, chosen)
        }}
      />
    </>
  )
}

async function handIn(of: { day?: string }, file: File): Promise<void> {
  try {
    const input = { ...of, name: file.name }
    const { changed, unchanged, over } = await send(positions.importHours, input, file, () => undefined)
      .answer
    toast(changed === 0 ? 'The table changes nothing' : 'The table is taken over', {
      detail: [`${changed} months changed, ${unchanged} as they were.`, ...over].join(' '),
    })
  } catch (error) {
    toast(sentence(error), { tone: 'bad', detail: 'Nothing was written.' })
  }
}
