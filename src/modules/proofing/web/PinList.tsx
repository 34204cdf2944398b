import { cx } from '../../../ui/classes.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Kbd } from '../../../ui/parts/Kbd.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Pin, proofing, type Whole } from '../contract.ts'
import { Say } from './Say.tsx'
import type { Spot } from './Viewer.tsx'

type PinListProps = {
  proof: Whole
  chosen: string
  onChoose: (id: string) => void
  spot: Spot | undefined
  onSpot: (spot: Spot | undefined) => void
}

const middle: Spot = { page: 1, x: 0.5, y: 0.5 }

export function PinList({ proof, chosen, onChoose, spot, onSpot }: PinListProps) {
  const pin = useCommand(proofing.pin, { isQuiet: true })
  const next = () => {
    const open = proof.pins.filter((one) => !one.isSettled)
    const one = open[(open.findIndex((pin) => pin.id === chosen) + 1) % open.length]
    if (!one) return
    onChoose(one.id)
    document.getElementById(`pin-${one.id}`)?.scrollIntoView({ block: 'center', inline: 'center' })
  }
  useKeys({ n: next, p: () => onSpot(middle) })
  const isOpen = proof.state !== 'withdrawn'
  return (
    <Card
      title="Pins"
      hint={
        <>
          <Kbd keys="n" /> next open pin, <Kbd keys="p" /> new pin
        </>
      }
      actions={
        isOpen && (
          <Button small onClick={() => onSpot(middle)}>
            New pin
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {spot && isOpen && (
          <Say
            label="What about this place?"
            verb="Pin it"
            spot={spot}
            onSpot={onSpot}
            onSay={(words) => pin.attempt({ id: proof.id, round: proof.round, ...spot, words })}
            onDone={() => onSpot(undefined)}
          />
        )}
        {proof.pins.length === 0 && !spot && (
          <EmptyState>No pin yet. Click a place on the page, or press p.</EmptyState>
        )}
        {proof.pins.map((one) => (
          <OnePin key={one.id} pin={one} proof={proof} isChosen={one.id === chosen} onChoose={onChoose} />
        ))}
      </div>
    </Card>
  )
}

type OnePinProps = { pin: Pin; proof: Whole; isChosen: boolean; onChoose: (id: string) => void }

function OnePin({ pin, proof, isChosen, onChoose }: OnePinProps) {
  const reply = useCommand(proofing.reply, { isQuiet: true })
  const settle = useCommand(proofing.settle)
  return (
    <section className={cx('rounded border p-2', isChosen ? 'border-accent' : 'border-line')}>
      <div className="flex items-center gap-2">
        <button type="button" className="flex-1 text-left font-medium" onClick={() => onChoose(pin.id)}>
          {`Pin ${pin.number}, page ${pin.page}`}
          {pin.round < proof.round && <span className="text-sm text-ink-3">{` of round ${pin.round}`}</span>}
        </button>
        <Button
          small
          isBusy={settle.isRunning}
          aria-label={`${pin.isSettled ? 'Open' : 'Settle'} pin ${pin.number}`}
          onClick={() => void settle.run({ id: pin.id, isSettled: !pin.isSettled })}
        >
          {pin.isSettled ? 'Open again' : 'Settle'}
        </Button>
      </div>
      {(!pin.isSettled || isChosen) &&
        pin.said.map((one) => (
          <p key={`${one.by} ${one.at}`} className="mt-1 wrap-anywhere whitespace-pre-wrap">
            <span className="text-sm text-ink-3">{one.by}: </span>
            {one.words}
          </p>
        ))}
      {isChosen && (
        <div className="mt-2">
          <Say
            label={`Answer at pin ${pin.number}`}
            verb="Answer"
            onSay={(words) => reply.attempt({ id: pin.id, words })}
          />
        </div>
      )}
    </section>
  )
}
