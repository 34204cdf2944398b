import { createContext, type ReactNode, use } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import type { Kept } from './useWords.ts'

/** What happened to the request while a decision on it was being written. */
export const Meanwhile = createContext<ReactNode>(null)

type FrameProps = {
  title: string
  description?: ReactNode
  verb: string
  isBusy: boolean
  isReady?: boolean
  /** What is missing, said beside the verb. */
  whyNot?: string | null
  problem?: string | null
  /** What is written here outlives Escape, not Cancel. */
  kept?: Kept
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A decision in a dialog: fields, the verb, and why it could not be. */
export function DeedFrame({
  verb,
  isBusy,
  whyNot = null,
  isReady = whyNot === null,
  problem,
  kept,
  onSave,
  children,
  ...dialog
}: FrameProps) {
  const meanwhile = use(Meanwhile)
  const cancel = () => {
    kept?.discard()
    dialog.onClose()
  }
  return (
    <Dialog
      {...dialog}
      isOpen
      actions={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button look="primary" isBusy={isBusy} disabled={!isReady || meanwhile !== null} onClick={onSave}>
            {verb}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: saves from the keyboard, as forms do */}
      <div
        className="flex flex-col gap-4"
        onKeyDown={(event) => {
          if (
            event.key === 'Enter' &&
            (event.metaKey || event.ctrlKey) &&
            isReady &&
            !isBusy &&
            meanwhile === null
          )
            onSave()
        }}
      >
        {meanwhile ?? (problem && <Notice tone="bad">{problem}</Notice>)}
        {children}
        {/* After the fields: the first key must not throw away what is back. */}
        {kept?.isBack && (
          <Notice
            action={
              <Button small onClick={kept.discard}>
                Start anew
              </Button>
            }
          >
            {kept.isOther
              ? 'You wrote this earlier, and the request has changed since. Read it again before you send it.'
              : 'What you wrote and did not send is back.'}
          </Notice>
        )}
        {whyNot && <p className="text-right text-sm text-ink-2">{whyNot}</p>}
      </div>
    </Dialog>
  )
}
