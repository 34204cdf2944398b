import { Info } from 'lucide-react'

/** What has to be said besides the figures, quietly. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 text-sm text-ink-2">
      {notes.map((note) => (
        <li key={note} className="flex items-start gap-1.5">
          <Info size={14} aria-hidden="true" className="mt-px shrink-0 text-ink-3" />
          {note}
        </li>
      ))}
    </ul>
  )
}
