import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Input } from '../../../ui/parts/Input.tsx'

/** A secret that is shown once, to be copied. */
export function Secret({ label, value }: { label: string; value: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(value).catch(() => undefined)
    setCopied(true)
  }
  return (
    <div className="flex gap-2">
      <div className="flex-1">
        <Input aria-label={label} value={value} readOnly onFocus={(event) => event.currentTarget.select()} />
      </div>
      <Button icon={isCopied ? <Check size={14} /> : <Copy size={14} />} onClick={copy}>
        {isCopied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  )
}

export type MadeLink = { url: string | null; sentTo: string | null; expiresAt: string | null }

/** What became of a one-time link: sent by mail, or here to be handed over. */
export function ShowLink({ link, name, onClose }: { link: MadeLink; name: string; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`A link for ${name}`}
      actions={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      {link.url ? (
        <div className="flex flex-col gap-3">
          <p>
            Hand this link over yourself: no mail server is set up. It works once
            {link.expiresAt && (
              <>
                {' '}
                and ends <When at={link.expiresAt} />
              </>
            )}
            .
          </p>
          <Secret label="Link" value={link.url} />
        </div>
      ) : (
        <Notice tone="good">The link is on its way to {link.sentTo}.</Notice>
      )}
    </Dialog>
  )
}
