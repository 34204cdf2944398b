import { Suspense, useState } from 'react'
import { type ExplainRequest, usePorts } from '../port/Ports.tsx'

/** Explains whatever was picked last, of a chart or a table. */
export function useExplaining() {
  const { ExplainFigure } = usePorts()
  const [request, explain] = useState<ExplainRequest | null>(null)
  const drawer = request && ExplainFigure && (
    <Suspense>
      <ExplainFigure request={request} onClose={() => explain(null)} />
    </Suspense>
  )
  return { explain, drawer }
}

/** How a figure opens its explanation: its own way, or through whoever explains metrics; else not at all. */
export function useExplain(request: ExplainRequest | undefined, onExplain: (() => void) | undefined) {
  const { ExplainFigure } = usePorts()
  const [isOpen, setOpen] = useState(false)
  if (onExplain) return { open: onExplain, drawer: null }
  if (!request || !ExplainFigure) return { open: null, drawer: null }
  const drawer = isOpen && (
    <Suspense>
      <ExplainFigure request={request} onClose={() => setOpen(false)} />
    </Suspense>
  )
  return { open: () => setOpen(true), drawer }
}
