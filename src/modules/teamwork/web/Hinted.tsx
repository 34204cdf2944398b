import { Textarea } from '../../../ui/parts/Input.tsx'

type HintedProps = {
  value: unknown
  onChange: (value: unknown) => void
  hintOf: (text: string) => string | null
}

/** A text with a quiet question under it where a sentence is better put otherwise; never a refusal. */
export function Hinted({ value, onChange, hintOf }: HintedProps) {
  const text = typeof value === 'string' ? value : ''
  const hint = hintOf(text)
  return (
    <>
      <Textarea value={text} onChange={onChange} rows={3} />
      <p role="status" className="text-sm text-warn empty:hidden">
        {hint}
      </p>
    </>
  )
}

export const hinted = (hintOf: (text: string) => string | null) => ({
  kind: 'custom' as const,
  render: ({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) => (
    <Hinted value={value} onChange={onChange} hintOf={hintOf} />
  ),
})
