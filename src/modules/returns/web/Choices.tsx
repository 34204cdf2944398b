import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { WhereBar } from '../../../ui/where/WhereBar.tsx'
import { useAsking, useShared, useValues } from './useReturn.ts'

const costChoices = [
  { value: 'full', label: 'Fully loaded' },
  { value: 'media', label: 'Media only' },
]
const bases = [
  { value: 'conversion', label: 'By month of conversion' },
  { value: 'spend', label: 'By month of spend' },
]

/** What the table is about: by what, which costs, and in which month a result counts. */
export function Choices() {
  const { asking, setBy, setCosts, setBasis } = useAsking()
  const dimensions = useShared()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Select
        label="By"
        value={asking.by}
        options={dimensions.map((one) => ({ ...one, label: `By ${one.label.toLowerCase()}` }))}
        onChange={setBy}
      />
      <Segmented label="Which costs" value={asking.costs} options={costChoices} onChange={setCosts} />
      <Segmented label="When a result counts" value={asking.basis} options={bases} onChange={setBasis} />
      <WhereBar dimensions={dimensions} useValues={useValues} />
    </div>
  )
}
