import { Columns2, ZoomIn, ZoomOut } from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Leaves } from '../../files/web/index.ts'
import type { Pin, Whole } from '../contract.ts'

export type Spot = { page: number; x: number; y: number }
type ViewerProps = {
  proof: Whole
  chosen: string
  onChoose: (id: string) => void
  onSpot: (spot: Spot) => void
}

const widths = [50, 75, 100, 150, 200, 300]

/** The version with its pins, and the one before beside it; scrolled to pan. */
export function Viewer({ proof, chosen, onChoose, onSpot }: ViewerProps) {
  const [zoom, setZoom] = useState(2)
  const [isBeside, setBeside] = useState(false)
  const by = (step: number) => setZoom((at) => Math.min(widths.length - 1, Math.max(0, at + step)))
  useKeys({ '+': () => by(1), '-': () => by(-1), b: () => setBeside((is) => !is) })
  const file = { id: proof.fileId, name: proof.name, look: proof.look }
  return (
    <section aria-label="The version" className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <IconButton small label="Smaller" keys="-" onClick={() => by(-1)}>
          <ZoomOut size={16} />
        </IconButton>
        <span className="text-sm text-ink-3">{widths[zoom]} %</span>
        <IconButton small label="Larger" keys="+" onClick={() => by(1)}>
          <ZoomIn size={16} />
        </IconButton>
        {proof.before && (
          <Button
            small
            icon={<Columns2 size={14} />}
            aria-pressed={isBeside}
            onClick={() => setBeside(!isBeside)}
          >
            {`Beside version ${proof.before}`}
          </Button>
        )}
        <span className="text-sm text-ink-3 narrow:hidden">Click a place to pin a comment to it.</span>
      </div>
      <div
        className={cx('grid gap-2', isBeside && proof.before !== null && 'grid-cols-2 narrow:grid-cols-1')}
      >
        {isBeside && proof.before && (
          <Pane label={`Version ${proof.before}`} width={widths[zoom]!}>
            <Leaves file={{ ...file, version: proof.before }} />
          </Pane>
        )}
        <Pane label={`Version ${proof.number}`} width={widths[zoom]!}>
          <Leaves
            file={{ ...file, version: proof.number }}
            over={(page) => (
              <Over
                pins={proof.pins.filter((one) => one.page === page)}
                chosen={chosen}
                onChoose={onChoose}
                onPlace={(x, y) => onSpot({ page, x, y })}
              />
            )}
          />
        </Pane>
      </div>
    </section>
  )
}

function Pane({ label, width, children }: { label: string; width: number; children: React.ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard
      tabIndex={0}
      className="quiet-scroll max-h-[75dvh] min-w-0 overflow-auto rounded-lg border border-line bg-sunken p-2"
    >
      <div style={{ width: `${width}%` }}>{children}</div>
    </section>
  )
}

type OverProps = {
  pins: Pin[]
  chosen: string
  onChoose: (id: string) => void
  onPlace: (x: number, y: number) => void
}

/** A click makes a pin where it fell; by keyboard a place is chosen in the form beside. */
function Over({ pins, chosen, onChoose, onPlace }: OverProps) {
  const place = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const box = event.currentTarget.getBoundingClientRect()
    onPlace((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the form beside does the same by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: the form beside does the same by keyboard
    <div className="absolute inset-0 cursor-crosshair" onClick={place}>
      {pins.map((pin) => (
        <button
          key={pin.id}
          id={`pin-${pin.id}`}
          type="button"
          aria-label={`Pin ${pin.number}${pin.isSettled ? ', settled' : ''}`}
          aria-pressed={pin.id === chosen}
          onClick={() => onChoose(pin.id)}
          style={{ left: `${pin.x * 100}%`, top: `${pin.y * 100}%` }}
          className={cx(
            'absolute flex size-6 -translate-1/2 items-center justify-center rounded-full border-2 border-surface text-xs font-semibold',
            pin.isSettled ? 'bg-press text-ink-2' : 'bg-accent text-on-accent',
            pin.id === chosen && 'ring-2 ring-accent ring-offset-1',
          )}
        >
          {pin.number}
        </button>
      ))}
    </div>
  )
}
