import { Link } from '@tanstack/react-router'

type Origin = { importId: string; file: string; row: number; source?: string }

/** The very rows of the files that brought a record. */
export function From({ origins }: { origins: Origin[] }) {
  if (origins.length === 0) return <p className="text-ink-3">Its import is not known any more.</p>
  return (
    <ul className="flex flex-col gap-1">
      {origins.map((one) => (
        <li key={`${one.importId} ${one.row}`} className="flex flex-wrap gap-x-2">
          <Link
            to={`/imports/${one.importId}`}
            search={{ tab: 'rows', row: String(one.row) } as never}
            className="font-medium hover:underline"
          >
            {`${one.file}, row ${one.row}`}
          </Link>
          {one.source && <span className="text-ink-3">{one.source.replaceAll('_', ' ')}</span>}
        </li>
      ))}
    </ul>
  )
}
