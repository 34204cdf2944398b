import { useState } from 'react'
import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { ReasonDialog } from '../../../../ui/parts/ReasonDialog.tsx'
import type { Detail } from '../../contract.ts'
import type { ItemEdit } from './useItemEdit.ts'

type NotVisionProps = { detail: Detail; edit: ItemEdit; canEdit: boolean }

/** What does not lead up to the vision says so out loud, with its reason. */
export function NotVision({ detail: { item }, edit, canEdit }: NotVisionProps) {
  const [isSaying, setSaying] = useState(false)
  if (item.isVision) return null
  const { notVision } = edit.shown
  const lift = (
    <Button small onClick={() => void edit.save({ notVision: null })}>
      Take it back
    </Button>
  )
  const say = (
    <Button small onClick={() => setSaying(true)}>
      Say why not
    </Button>
  )
  return (
    <>
      <Notice tone={notVision ? 'info' : 'warn'} action={canEdit && (notVision ? lift : say)}>
        {notVision
          ? `Not vision: ${notVision}`
          : 'It does not lead up to the vision yet. Link it up below, or say why it does not.'}
      </Notice>
      {isSaying && (
        <ReasonDialog
          title="Why is it not vision?"
          description="It counts as time that does not go to the vision, and says so."
          label="Reason"
          verb="Say it"
          most={300}
          onClose={() => setSaying(false)}
          onSave={(reason) => void edit.save({ notVision: reason }).then((done) => done && setSaying(false))}
        />
      )}
    </>
  )
}
