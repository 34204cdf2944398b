import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { campaigns, type Link } from '../contract.ts'

/** The QR code of a link, to look at and to take along. */
export function LinkCode({ link, onClose }: { link: Link; onClose: () => void }) {
  const url = (format: 'svg' | 'png') => address(campaigns.linkCode, { id: link.id, format }).url
  const copy = async () => {
    await navigator.clipboard.writeText(link.address)
    toast('Copied')
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="QR code"
      description={<span className="break-all">{link.address}</span>}
      actions={
        <>
          <Button onClick={() => void copy()}>Copy the link</Button>
          <Button onClick={() => download(url('svg'))}>SVG</Button>
          <Button look="primary" onClick={() => download(url('png'))}>
            PNG
          </Button>
        </>
      }
    >
      <img
        src={url('svg')}
        alt={`QR code that leads to ${link.address}`}
        className="mx-auto size-60 rounded-md bg-white"
      />
    </Dialog>
  )
}
