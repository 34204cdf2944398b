import type { Out } from '../../../kernel/contract.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Secret } from '../../identity/web/index.ts'
import type { agenda } from '../contract.ts'

/** The address, this once: only a hash of it is kept. */
export function AddressDialog({ made, onClose }: { made: Out<typeof agenda.addFeed>; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`The address of ${made.feed.name}`}
      actions={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Notice tone="warn">
          Copy it now: it is shown this once. Whoever has it reads the feed, so paste it into your own
          calendar only.
        </Notice>
        <Secret label="Address of the feed" value={made.url} />
        <p className="text-ink-2">
          In Outlook: Add calendar, Subscribe from web. In Google: Other calendars, From URL. In Apple: File,
          New calendar subscription. Calendars fetch it every few hours.
        </p>
      </div>
    </Dialog>
  )
}
