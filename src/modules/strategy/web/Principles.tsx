import type { Vision } from '../contract.ts'

/** What the team holds dear, and how one sees that somebody does. */
export const Principles = ({ principles }: Pick<Vision, 'principles'>) =>
  principles.length > 0 && (
    <section aria-label="Values" className="flex flex-col gap-2">
      <h2 className="text-xl font-semibold tracking-tight">Values, and what they look like</h2>
      <dl className="grid grid-cols-2 gap-(--gap) max-[720px]:grid-cols-1">
        {principles.map(({ name, behaviours }) => (
          <div key={name} className="rounded-md border border-line bg-surface px-3 py-2">
            <dt className="font-medium">{name}</dt>
            <dd className="text-ink-2">{behaviours}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
