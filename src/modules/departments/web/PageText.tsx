import type { Body } from '../../strategy/rules.ts'
import { Written } from '../../strategy/web/index.ts'
import { isBlank, type Part, parts } from '../rules.ts'

/** The three parts, in the order they are read. */
export const PageText = ({ said }: { said: Record<Part, unknown> }) => (
  <>
    {parts.map(({ part, title }) => (
      <section key={part} aria-label={title} className="flex flex-col gap-2">
        <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
        {isBlank(said[part]) ? (
          <p className="text-ink-3">Nothing is written here yet.</p>
        ) : (
          <Written body={said[part] as Body} />
        )}
      </section>
    ))}
  </>
)
