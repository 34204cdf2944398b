import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Input } from '../../../ui/parts/Input.tsx'

/** A share as it is typed. */
export type Typed = { campaignId: string | null; text: string }

type ShareRowsProps = {
  rows: Typed[]
  onChange: (rows: Typed[]) => void
  campaigns: { id: string; name: string }[]
  /** What a share is typed in; undefined where none is. */
  unit: string | undefined
}

/** One row for each campaign. */
export function ShareRows({ rows, onChange, campaigns, unit }: ShareRowsProps) {
  const options = campaigns.map(({ id, name }) => ({ value: id, label: name }))
  const put = (at: number, patch: Partial<Typed>) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...patch } : row)))
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name until a campaign is chosen
        <div key={at} className="flex items-center gap-2">
          <Combobox
            className="min-w-0 flex-1"
            label={`Campaign ${at + 1}`}
            options={options}
            value={row.campaignId}
            onChange={(campaignId) => put(at, { campaignId })}
          />
          {unit && (
            <>
              <div className="w-24 shrink-0">
                <Input
                  aria-label={`Share of campaign ${at + 1}, in ${unit}`}
                  inputMode="decimal"
                  value={row.text}
                  onChange={(text) => put(at, { text })}
                />
              </div>
              <span className="w-12 shrink-0 text-sm text-ink-3">{unit}</span>
            </>
          )}
          <IconButton
            label={`Take out campaign ${at + 1}`}
            onClick={() => onChange(rows.filter((_, place) => place !== at))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          small
          icon={<Plus size={14} />}
          onClick={() => onChange([...rows, { campaignId: null, text: '' }])}
        >
          Add a campaign
        </Button>
      </div>
    </div>
  )
}
