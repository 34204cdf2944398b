import { useNavigate } from '@tanstack/react-router'
import { Mail } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'

/** An e-mail saved as a file becomes a request. */
export function DropMail() {
  const picker = useRef<HTMLInputElement>(null)
  const read = useCommand(intake.fromMail)
  const navigate = useNavigate()
  const take = async (file: File | undefined) => {
    const made = file && (await read.run({ name: file.name.slice(0, 200) || 'mail.eml' }, { file }))
    if (!made) return
    toast(`${nameOf(made.number)} is made of the e-mail`, { detail: made.notes.join(' ') })
    await navigate({ to: `/intake/${made.id}` })
  }
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".eml,message/rfc822"
        className="hidden"
        tabIndex={-1}
        aria-label="E-mail"
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button icon={<Mail size={14} />} isBusy={read.isRunning} onClick={() => picker.current?.click()}>
        From an e-mail
      </Button>
    </>
  )
}
