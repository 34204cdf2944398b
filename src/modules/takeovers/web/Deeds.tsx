import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Confirm } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { takeovers, type Understood } from '../contract.ts'
import { many } from './words.tsx'

/** What may be done with a file: land it or throw it away, and undo it once it has landed. */
export function Deeds({ one }: { one: Understood }) {
  const land = useCommand(takeovers.land, { alsoRefresh: ['work'] })
  const undo = useCommand(takeovers.undo, { isQuiet: true, alsoRefresh: ['work'] })
  const [why, ask] = useState<string | null>(null)
  const takeOut = async (evenIfChanged: boolean) => {
    try {
      await undo.attempt({ id: one.id, evenIfChanged })
      ask(null)
      toast(`${one.name} is undone: nothing of it is left.`)
    } catch (error) {
      if (evenIfChanged) toast(sentence(error), { tone: 'bad' })
      else ask(sentence(error))
    }
  }
  if (one.state === 'ready')
    return (
      <>
        <Discard one={one} />
        <Button
          look="primary"
          isBusy={land.isRunning}
          disabled={one.counts.items === one.counts.known || one.openDay !== null}
          onClick={() => void land.run({ id: one.id, version: one.version })}
        >
          {`Land ${many(one.counts.items - one.counts.known, 'item')}`}
        </Button>
      </>
    )
  if (one.state === 'undone') return null
  return (
    <>
      <Button isBusy={undo.isRunning} onClick={() => void takeOut(false)}>
        Undo
      </Button>
      <Confirm
        isOpen={why !== null}
        onClose={() => ask(null)}
        title="Undo it all the same?"
        verb="Undo"
        isDangerous
        onConfirm={() => void takeOut(true)}
      >
        {why}
      </Confirm>
    </>
  )
}

function Discard({ one }: { one: Understood }) {
  const navigate = useNavigate()
  const { run, isRunning } = useCommand(takeovers.discard)
  const [isAsked, ask] = useState(false)
  const discard = async () => {
    ask(false)
    if (await run({ id: one.id })) await navigate({ to: '/work/takeovers' })
  }
  return (
    <>
      <Button isBusy={isRunning} onClick={() => ask(true)}>
        Throw away
      </Button>
      <Confirm
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={`Throw ${one.name} away?`}
        verb="Throw away"
        isDangerous
        onConfirm={() => void discard()}
      >
        The file and what was said of it go. To have it back, hand the file in again.
      </Confirm>
    </>
  )
}
