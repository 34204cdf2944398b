import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { type Traced, trace } from '../contract.ts'

type LinkUpProps = { kind: string; id: string; isLinked: boolean; onClose: () => void }

/** Choose what a record serves, or take the link away. */
export function LinkUp({ kind, id, isLinked, onClose }: LinkUpProps) {
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<Traced | null>(null)
  const found = useQuery(trace.candidates, { kind, id, words })
  const link = useCommand(trace.link, { isQuiet: true })
  const items = found.data?.items ?? []
  // What is chosen stays on offer while its own name is searched for, or the choice would be lost and asked for again.
  const offered = picked ? [picked, ...items.filter((one) => refOf(one) !== refOf(picked))] : items
  const save = async (parent: { kind: string; id: string } | null) => {
    const done = await link.attempt({ kind, id, parent }).catch(() => undefined)
    if (!done) return
    toast(parent ? 'Linked up' : 'Link taken away')
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="What is it for?"
      description="The record it serves; from there the chain leads on to the vision."
      actions={
        <>
          {isLinked && (
            <Button look="quiet" onClick={() => void save(null)}>
              Take the link away
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={!picked}
            isBusy={link.isRunning}
            onClick={() => picked && void save({ kind: picked.kind, id: picked.id })}
          >
            Link up
          </Button>
        </>
      }
    >
      <Field label="Serves">
        <Combobox
          label="Serves"
          options={offered.map((one) => ({ value: refOf(one), label: `${one.title}: ${one.name}` }))}
          value={picked && refOf(picked)}
          onChange={(ref) => setPicked(offered.find((one) => refOf(one) === ref) ?? null)}
          onSearch={setWords}
        />
      </Field>
      {link.error && <Notice tone="bad">{sentence(link.error)}</Notice>}
    </Dialog>
  )
}

const refOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}/${id}`
