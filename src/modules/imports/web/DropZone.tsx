import { FileUp } from 'lucide-react'
import { cx } from '../../../ui/classes.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { choose } from './choose.ts'

/** Files dropped here land on the page's own receiver, as anywhere else. */
export function DropZone({ isLarge }: { isLarge: boolean }) {
  return (
    <section
      aria-label="Hand in files"
      className={cx(
        'flex items-center gap-3 rounded-xl border-2 border-dashed border-line-strong px-6 narrow:flex-col narrow:text-center',
        isLarge ? 'flex-col py-16 text-center' : 'py-4',
      )}
    >
      <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-ink">
        <FileUp size={20} aria-hidden="true" />
      </span>
      <div className={cx(!isLarge && 'min-w-0 flex-1')}>
        <h2 className={cx('font-semibold', isLarge && 'text-lg')}>
          {isLarge ? 'Drop the exports you already have' : 'Drop files anywhere'}
        </h2>
        <p className={cx('text-ink-2', isLarge && 'mx-auto max-w-140 text-balance')}>
          {isLarge
            ? 'CSV, Excel, JSON or Parquet from Salesforce, HubSpot, Dynamics, Marketo, Google Ads, Meta, LinkedIn, Analytics, or your own sheets. Several at once, on any page. You see what was understood before anything is written.'
            : 'CSV, Excel, JSON, Parquet or a zip of them, several at once, on any page. Handing the same rows in again changes nothing.'}
        </p>
      </div>
      <Button look="primary" onClick={choose} icon={<FileUp size={14} />}>
        Choose files
      </Button>
    </section>
  )
}
