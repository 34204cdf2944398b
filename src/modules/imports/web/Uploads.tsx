import { RotateCw, X } from 'lucide-react'
import { bytes } from '../../../ui/format/number.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { OfFile } from './OfFile.tsx'
import { again, cancel, type Upload, useUploads } from './uploads.ts'

/** Files on their way: how much has left, what is being read, what did not arrive and why. */
export function Uploads() {
  const moving = useUploads().filter((one) => one.state !== 'read')
  if (moving.length === 0) return null
  return (
    <Card title={`Reading ${moving.length === 1 ? 'a file' : `${moving.length} files`}`}>
      <ul className="flex flex-col gap-3">
        {moving.map((one) => (
          <li key={one.key}>{one.state === 'failed' ? <Failed upload={one} /> : <Moving upload={one} />}</li>
        ))}
      </ul>
    </Card>
  )
}

const words = {
  waiting: 'waiting',
  sending: 'sending',
  reading: 'sent; finding out what it is',
  read: '',
  failed: '',
}

function Moving({ upload }: { upload: Upload }) {
  const share = upload.size > 0 ? Math.min(1, upload.sent / upload.size) : 1
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        <div className="flex justify-between gap-4">
          <span className="truncate font-medium">{upload.name}</span>
          <span className="tabular shrink-0 text-ink-2">
            {upload.state === 'sending' ? `${bytes(upload.sent)} of ${bytes(upload.size)} · ` : ''}
            {words[upload.state]}
          </span>
        </div>
        <progress
          aria-label={`${upload.name}: ${words[upload.state]}`}
          className="mt-1 h-1.5 w-full accent-(--accent)"
          {...(upload.state === 'reading' ? {} : { value: share, max: 1 })}
        />
      </div>
      <IconButton label={`Cancel ${upload.name}`} small onClick={() => cancel(upload.key)}>
        <X size={14} />
      </IconButton>
    </div>
  )
}

function Failed({ upload }: { upload: Upload }) {
  return (
    <Notice
      tone="bad"
      action={
        <div className="flex gap-1">
          <Button small icon={<RotateCw size={14} />} onClick={() => again(upload.key)}>
            Try again
          </Button>
          <IconButton label={`Dismiss ${upload.name}`} small onClick={() => cancel(upload.key)}>
            <X size={14} />
          </IconButton>
        </div>
      }
    >
      <OfFile file={upload.name} says={upload.reason ?? 'It did not arrive.'} />
    </Notice>
  )
}
