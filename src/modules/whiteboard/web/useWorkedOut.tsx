import { useState } from 'react'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { MadeOf } from '../../../ui/figure/ExplainParts.tsx'
import type { Derived } from '../../../ui/port/Ports.tsx'

/** Explains a figure that follows from what was typed. */
export function useWorkedOut() {
  const [told, explain] = useState<Derived | null>(null)
  const drawer = told && (
    <ExplainDrawer
      isOpen
      onClose={() => explain(null)}
      figure={{
        label: told.label,
        value: told.value,
        unit: told.unit,
        ...(told.currency ? { currency: told.currency } : {}),
      }}
      definition={told.definition}
      formula={told.formula}
    >
      <MadeOf parts={told.parts ?? []} />
    </ExplainDrawer>
  )
  return { explain, drawer }
}
