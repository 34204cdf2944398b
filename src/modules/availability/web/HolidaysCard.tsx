import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Day } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl, useUrlPatch } from '../../../ui/useUrl.ts'
import { availability, type Holiday } from '../contract.ts'

const whole = '*'
const thisYear = new Date().getFullYear()
const years = [-1, 0, 1, 2].map((by) => String(thisYear + by))
type Place = { country: string; region: string | null }

/** Public holidays of one place and year, each of which can be switched off, and others added. */
export function HolidaysCard() {
  const [country] = useUrl('country', 'DE')
  const [region, setRegion] = useUrl('region', whole)
  const [year, setYear] = useUrl('year', String(thisYear))
  const patch = useUrlPatch()
  const countries = useQuery(availability.countries, {}).data?.items ?? []
  const regions = useQuery(availability.countries, { country }).data?.items ?? []
  const place = { country, region: region === whole ? null : region }
  return (
    <Card title="Public holidays" hint="Of everybody who says that they work there">
      <div className="mb-3 flex flex-wrap gap-2">
        <Combobox
          label="Country"
          options={countries.map((one) => ({ value: one.id, label: one.name }))}
          value={country}
          onChange={(next) => patch({ country: next ?? undefined, region: undefined })}
        />
        {regions.length > 0 && (
          <Select
            label="Part of the country"
            value={region}
            onChange={setRegion}
            options={[
              { value: whole, label: 'Everywhere in it' },
              ...regions.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        )}
        <Select
          label="Year"
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: value }))}
        />
      </div>
      <Holidays place={place} year={Number(year)} />
    </Card>
  )
}

const Draft = z.object({ day: z.iso.date('is a day'), name: z.string('needs a name') })

function Holidays({ place, year }: { place: Place; year: number }) {
  const mayManage = useCan()('availability:manage')
  const asked = useQuery(availability.holidays, { ...place, year })
  const set = useCommand(availability.setHoliday, { isQuiet: true })
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={
        asked.data?.items.length === 0 && {
          children: 'No public holiday is known there. Add the first below.',
        }
      }
    >
      {() => (
        <>
          <ul className="flex flex-col divide-y divide-line">
            {(asked.data?.items ?? []).map((one) => (
              <Line key={one.day} holiday={one} place={place} mayManage={mayManage} />
            ))}
          </ul>
          {mayManage && (
            <div className="mt-3">
              <Form
                key={asked.data?.items.length}
                id={`holiday-${place.country}-${place.region}`}
                schema={Draft}
                fields={[
                  { name: 'day', label: 'Another day', kind: 'date' },
                  { name: 'name', label: 'What it is' },
                ]}
                saveLabel="Add it"
                onSave={(said) => set.attempt({ ...place, ...said, isOff: false })}
              />
            </div>
          )}
        </>
      )}
    </FaceOf>
  )
}

type LineProps = { holiday: Holiday; place: Place; mayManage: boolean }

function Line({ holiday, place, mayManage }: LineProps) {
  const set = useCommand(availability.setHoliday)
  const reset = useCommand(availability.resetHoliday)
  const { day, name, isOff, isAdded } = holiday
  const back = () => reset.run({ ...place, day })
  const switchOff = async () => {
    if (await set.run({ ...place, day, name, isOff: true }))
      toast(`People work on ${name}`, { undo: () => void back() })
  }
  const drop = async () => {
    if ((await back()) && isAdded)
      toast(`${name} is taken away`, { undo: () => void set.run({ ...place, day, name, isOff: false }) })
  }
  return (
    <li className="flex min-h-9 items-center gap-3">
      <span className="w-28 text-ink-2">
        <Day date={day} />
      </span>
      <span className={isOff ? 'min-w-0 flex-1 text-ink-3 line-through' : 'min-w-0 flex-1'}>{name}</span>
      {holiday.by && <span className="text-sm text-ink-3">{`by ${holiday.by}`}</span>}
      {mayManage && (
        <Button small look="quiet" onClick={() => void (isOff || isAdded ? drop() : switchOff())}>
          {isOff ? 'Switch on' : isAdded ? 'Remove' : 'Switch off'}
        </Button>
      )}
    </li>
  )
}
