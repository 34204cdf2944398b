import type { ReactNode } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Entries, type Entry } from './Entries.tsx'

type Asked = { isPending: boolean; error: unknown; refetch: () => unknown }
type TabFrameProps = {
  asked: Asked
  label: string
  hint?: string
  entries: Entry[]
  /** Said where nothing is there yet, with what to do next. */
  empty: string
  /** A button, and `c`. */
  create?: { label: string; run: () => void; isOn?: boolean }
  filters?: ReactNode
  children?: ReactNode
}

/** One list of short records in a card, with what begins a new one. */
export function TabFrame({ asked, label, hint, entries, empty, create, filters, children }: TabFrameProps) {
  const mayCreate = create !== undefined && create.isOn !== false
  useKeys({ c: () => create?.run() }, { isOn: mayCreate })
  const button = mayCreate && (
    <Button look="primary" onClick={create.run}>
      {create.label}
    </Button>
  )
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
      {() => (
        <>
          {children}
          <Card
            title={label}
            hint={hint}
            actions={
              <span className="flex flex-wrap items-center justify-end gap-2">
                {filters}
                {button}
              </span>
            }
          >
            {entries.length === 0 ? (
              <p className="max-w-150 py-2 text-ink-2">{empty}</p>
            ) : (
              <Entries label={label} entries={entries} />
            )}
          </Card>
        </>
      )}
    </FaceOf>
  )
}
