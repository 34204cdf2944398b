import { useState } from 'react'
import { t } from '../messages/index.ts'
import { Button } from '../parts/Button.tsx'
import type { Span } from './fiscal.ts'

export type DateInputProps = {
  value: string
  onChange: (day: string) => void
  label?: string
  min?: string
  max?: string
}

/** A calendar day, with the browser's own picker. */
export function DateInput({ value, onChange, label, min, max }: DateInputProps) {
  return (
    <input
      type="date"
      aria-label={label}
      value={value}
      min={min}
      max={max}
      onChange={(event) => onChange(event.currentTarget.value)}
      className="control tabular w-full"
    />
  )
}

export function DateRange({ span, onApply }: { span: Span; onApply: (span: Span) => void }) {
  const [startsOn, setStart] = useState(span.startsOn)
  const [endsOn, setEnd] = useState(span.endsOn)
  const isWrong = !startsOn || !endsOn || startsOn > endsOn
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWrong) onApply({ startsOn, endsOn })
      }}
    >
      <span className="text-sm text-ink-3">{t('period.custom')}</span>
      <div className="grid grid-cols-2 gap-2">
        <DateInput value={startsOn} onChange={setStart} label={t('period.from')} />
        <DateInput value={endsOn} onChange={setEnd} label={t('period.to')} />
      </div>
      {isWrong && <p className="text-sm text-bad">{t('period.order')}</p>}
      <Button type="submit" small disabled={isWrong}>
        {t('period.apply')}
      </Button>
    </form>
  )
}
