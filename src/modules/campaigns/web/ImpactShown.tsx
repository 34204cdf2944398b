import type { Impact } from '../contract.ts'

/** What moves, who waits, what else is another, what it costs. */
export function ImpactShown({ impact }: { impact: Impact }) {
  const parts = [
    { title: 'What moves', lines: impact.dates },
    { title: 'Who waits', lines: impact.waits },
    { title: 'What is another', lines: impact.scope },
    { title: 'What it costs', lines: impact.cost ? [impact.cost] : [] },
  ].filter((one) => one.lines.length > 0)
  if (parts.length === 0) return <p className="text-ink-3">Nothing is another yet.</p>
  return (
    <dl className="grid grid-cols-[140px_1fr] gap-x-4 gap-y-2 narrow:grid-cols-1">
      {parts.map(({ title, lines }) => (
        <div key={title} className="contents">
          <dt className="text-ink-3">{title}</dt>
          <dd>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}
