import type { Line } from '../contract.ts'

/** Lines of two texts: what went, what came, what stayed. */
export const Compared = ({ lines }: { lines: Line[] }) => (
  <div className="flex flex-col gap-2">
    {lines.map(({ state, text }, at) => {
      const key = `${at}-${state}`
      if (state === 'same')
        return (
          <p key={key} className="text-ink-2">
            {text}
          </p>
        )
      return (
        <p
          key={key}
          className={state === 'added' ? 'border-l-2 border-good pl-2' : 'border-l-2 border-bad pl-2'}
        >
          <span className="sr-only">{state === 'added' ? 'Put in: ' : 'Taken out: '}</span>
          {state === 'added' ? <ins className="no-underline">{text}</ins> : <del>{text}</del>}
        </p>
      )
    })}
  </div>
)
