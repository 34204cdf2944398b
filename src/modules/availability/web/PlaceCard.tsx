import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { CustomControl } from '../../../ui/form/fields.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { availability } from '../contract.ts'
import type { CardProps, WorkingTime } from './TimePage.tsx'
import { shortDay } from './words.ts'

const soon = 8

export function PlaceCard({ time }: CardProps) {
  const [isEditing, setEditing] = useState(false)
  const countries = useQuery(availability.countries, {}).data?.items ?? []
  const country = countries.find((one) => one.id === time.country)?.name ?? time.country
  const here = [
    country
      ? `${country}${time.region ? `, ${time.region}` : ''}`
      : 'No country yet: only the organisation’s free days count.',
    time.startsOn ? `here since ${shortDay(time.startsOn)}` : '',
    time.endsOn ? `until ${shortDay(time.endsOn)}` : '',
  ]
  return (
    <Card
      title="Place and holidays"
      hint={here.filter(Boolean).join(' · ')}
      actions={
        time.can.place && (
          <Button small onClick={() => setEditing(true)}>
            Change
          </Button>
        )
      }
    >
      {time.holidays.length === 0 ? (
        <EmptyState>
          No free day in the next twelve months. Say the country to have its public holidays.
        </EmptyState>
      ) : (
        <ul className="flex flex-col">
          {time.holidays.slice(0, soon).map((one) => (
            <li key={one.day} className="flex min-h-7 items-center gap-3">
              <span className="tabular w-16 text-ink-2">{shortDay(one.day)}</span>
              <span className="min-w-0 flex-1 truncate">{one.name}</span>
            </li>
          ))}
        </ul>
      )}
      {isEditing && <PlaceForm time={time} onClose={() => setEditing(false)} />}
    </Card>
  )
}

const Draft = z.object({
  country: z.string().nullable().optional(),
  region: z.string().nullable().optional(),
  startsOn: z.iso.date('is a day').optional(),
  endsOn: z.iso.date('is a day').optional(),
})

function PlaceForm({ time, onClose }: { time: WorkingTime; onClose: () => void }) {
  const [country, setCountry] = useState(time.country)
  const countries = useQuery(availability.countries, {}).data?.items ?? []
  const parts = useQuery(availability.countries, { country: country ?? '' }, { isOn: Boolean(country) })
  const set = useCommand(availability.setPlace, { isQuiet: true })
  const regions = country ? (parts.data?.items ?? []) : []
  const days = { startsOn: time.startsOn ?? undefined, endsOn: time.endsOn ?? undefined }
  return (
    <Dialog isOpen onClose={onClose} size="small" title="Where and since when">
      <Form
        id={`place-${time.person.id}`}
        schema={Draft}
        initial={{ country: time.country, region: time.region, ...days }}
        fields={[
          {
            ...{ name: 'country', label: 'Country', kind: 'custom', isOptional: true },
            render: ({ value, onChange }: CustomControl) => (
              <Combobox
                isClearable
                options={countries.map((one) => ({ value: one.id, label: one.name }))}
                value={(value as string | null | undefined) ?? null}
                onChange={(next) => {
                  onChange(next)
                  setCountry(next)
                }}
              />
            ),
          },
          {
            ...{ name: 'region', label: 'Part of it', kind: 'combobox', isOptional: true },
            options: regions.map((one) => ({ value: one.id, label: one.name })),
          },
          ...(time.can.manage
            ? [
                {
                  name: 'startsOn' as const,
                  label: 'Works here from',
                  kind: 'date' as const,
                  isOptional: true,
                },
                { name: 'endsOn' as const, label: 'Last day here', kind: 'date' as const, isOptional: true },
              ]
            : []),
        ]}
        onSave={({ country: land, region, startsOn, endsOn }) =>
          set.attempt({
            ...{ id: time.person.id, version: time.version, country: land ?? null },
            region: regions.some((one) => one.id === region) ? (region ?? null) : null,
            startsOn: (time.can.manage ? startsOn : days.startsOn) ?? null,
            endsOn: (time.can.manage ? endsOn : days.endsOn) ?? null,
          })
        }
        onSaved={() => {
          toast('Place set')
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
