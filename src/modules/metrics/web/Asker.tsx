import { Plus, X } from 'lucide-react'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { useUrl } from '../../../ui/useUrl.ts'
import { WhereBar } from '../../../ui/where/WhereBar.tsx'
import type { MetricShown } from '../contract.ts'
import { useValues } from './useDimensions.ts'

type AskerProps = { items: MetricShown[]; dimensions: { name: string; words: string }[] }
type Choice = { value: string; label: string }

const grains = ['day', 'week', 'month', 'quarter', 'year'].map((value) => ({ value, label: `by ${value}` }))

/** Which metrics, by what, how often, and under which conditions. */
export function Asker({ items, dimensions }: AskerProps) {
  const choices = dimensions.map(({ name, words }) => ({ value: name, label: words }))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Chips
        name="metrics"
        fallback={items[0]?.id ?? ''}
        label="Metric"
        most={20}
        choices={items.map((one) => ({ value: one.id, label: one.title }))}
      />
      <Chips name="by" fallback="" label="Break down" most={4} choices={choices} />
      <UrlFilter name="grain" label="Over time" anyLabel="Not over time" options={grains} />
      <WhereBar dimensions={choices} useValues={useValues} />
    </div>
  )
}

type ChipsProps = { name: string; fallback: string; label: string; most: number; choices: Choice[] }

function Chips({ name, fallback, label, most, choices }: ChipsProps) {
  const [text, setText] = useUrl(name, fallback)
  const chosen = text.split(',').filter(Boolean)
  const set = (next: string[]) => setText(next.join(','))
  const left = choices.filter((one) => !chosen.includes(one.value))
  return (
    <div className="flex flex-wrap items-center gap-1">
      {chosen.map((value) => {
        const title = choices.find((one) => one.value === value)?.label ?? value
        return (
          <button
            key={value}
            type="button"
            aria-label={`Leave out ${title}`}
            onClick={() => set(chosen.filter((one) => one !== value))}
            className="inline-flex h-(--control-small) items-center gap-1 rounded-md bg-press px-2 font-medium hover:bg-hover"
          >
            {title}
            <X size={12} aria-hidden="true" />
          </button>
        )
      })}
      {chosen.length < most && left.length > 0 && (
        <Menu items={left.map((one) => ({ label: one.label, onSelect: () => set([...chosen, one.value]) }))}>
          <Button small look="quiet" icon={<Plus size={14} />}>
            {label}
          </Button>
        </Menu>
      )}
    </div>
  )
}
