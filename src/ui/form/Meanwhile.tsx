import { t } from '../messages/index.ts'
import { Notice } from '../parts/Badge.tsx'
import { Button } from '../parts/Button.tsx'

type MeanwhileProps = {
  /** Who changed it; null where nobody is known. */
  by: string | null
  /** Such as “this cost”. */
  what: string
  /** Why, where they said it. */
  reason?: string
  onLoad: () => void
}

/** Somebody saved the record while it was being edited here. */
export const Meanwhile = ({ by, what, reason, onLoad }: MeanwhileProps) => (
  <Notice
    tone="warn"
    action={
      <Button small onClick={onLoad}>
        {t('form.loadNewer')}
      </Button>
    }
  >
    {`${t('form.meanwhile', { by: by ?? t('form.somebody'), what })}${reason ? `: ${reason}.` : '.'} ${t('form.notOver')}`}
  </Notice>
)
