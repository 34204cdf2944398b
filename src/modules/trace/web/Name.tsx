import { Link } from '@tanstack/react-router'
import type { Traced } from '../contract.ts'

/** A record on the way up or down, as a link to its page where the reader may see it. */
export const Name = ({ one: { title, name, note, path } }: { one: Traced }) => (
  <span className="flex min-w-0 flex-col">
    <span className="text-sm text-ink-3">{title}</span>
    {path ? (
      <Link to={path} className="font-medium text-accent-ink hover:underline">
        {name}
      </Link>
    ) : (
      <span className="text-ink-3">One you may not see</span>
    )}
    {note && <span className="text-sm text-ink-2">{note}</span>}
  </span>
)
