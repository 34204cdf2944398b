import { useState } from 'react'
import { minorDigits } from '../../../methods/money.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import { budget, type Line, type Split } from '../contract.ts'
import { readAmount } from '../rules.ts'
import type { ShownSplit } from './SharedOut.tsx'
import { ShareRows, type Typed } from './ShareRows.tsx'

type Mode = Split['mode'] | 'metric'
const modes: { value: Mode; label: string }[] = [
  { value: 'percent', label: 'Percent' },
  { value: 'amount', label: 'Amount' },
  { value: 'equal', label: 'Equally' },
  { value: 'driver', label: 'Weights' },
  { value: 'metric', label: 'A metric' },
]

/** The unit a share is typed in, and how many of what is kept one of it is. */
const unitOf = (mode: Mode, currency: string): { words: string; size: number } =>
  mode === 'percent'
    ? { words: '%', size: 100 }
    : mode === 'amount'
      ? { words: currency, size: 10 ** minorDigits(currency) }
      : { words: 'weight', size: 1 }

type ShareOutProps = { line: Line; shown: ShownSplit; onClose: () => void }

/** Says which campaigns get how much of a line. */
export function ShareOut({ line, shown: { split, campaigns }, onClose }: ShareOutProps) {
  const [mode, setMode] = useState<Mode>(split?.metric ? 'metric' : (split?.mode ?? 'percent'))
  const [metric, setMetric] = useState<string | null>(split?.metric ?? null)
  const unit = unitOf(mode, line.currency)
  const [rows, setRows] = useState<Typed[]>(() =>
    split ? typedOf(split, line.currency) : [{ campaignId: null, text: '' }],
  )
  const { save, end, problem, isBusy } = useSharing(line, split, onClose)
  const isTyped = mode !== 'equal' && mode !== 'metric'
  const send = () => void save({ mode, metric, rows, isTyped, size: unit.size })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Share out ${line.name}`}
      description="What is left of percents and amounts stays with nobody; the other ways share out all of it."
      actions={
        <>
          {split && (
            <Button look="quiet" onClick={() => void end()}>
              Share out no more
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" isBusy={isBusy} onClick={send}>
            Share out
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Segmented label="How it is shared out" options={modes} value={mode} onChange={setMode} />
        {mode === 'metric' && <Metrics value={metric} onChange={setMetric} />}
        <ShareRows
          rows={rows}
          onChange={setRows}
          campaigns={campaigns}
          unit={isTyped ? unit.words : undefined}
        />
        {problem && <Notice tone="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}

const typedOf = ({ mode, shares }: Split, currency: string): Typed[] =>
  shares.map(({ campaignId, parts }) => ({
    campaignId,
    text: String(parts / unitOf(mode, currency).size),
  }))

function Metrics({ value, onChange }: { value: string | null; onChange: (metric: string | null) => void }) {
  const known = useQuery(metrics.catalogue, {})
  const options = (known.data?.items ?? [])
    .filter((one) => one.additive && one.dimensions.includes('campaign'))
    .map((one) => ({ value: one.id, label: one.title }))
  return (
    <Field label="Metric" hint="Its values over the fiscal year, as known today, are the weights.">
      <Combobox options={options} value={value} onChange={onChange} />
    </Field>
  )
}

type Sent = { mode: Mode; metric: string | null; rows: Typed[]; isTyped: boolean; size: number }

function useSharing(line: Line, split: Split | null, onClose: () => void) {
  const set = useCommand(budget.setSplit, { isQuiet: true })
  const stop = useCommand(budget.endSplit)
  const [problem, setProblem] = useState('')
  const { id } = line
  const done = (words: string, undo: () => void) => {
    toast(words, { undo })
    onClose()
  }
  const back = (version: number) => () =>
    split
      ? void set
          .attempt({ id, version, ...saidOf(split) })
          .catch((error) => toast(sentence(error), { tone: 'bad' }))
      : void stop.run({ id, version })
  const save = async ({ mode, metric, rows, isTyped, size }: Sent) => {
    const shares = sharesIn(rows, isTyped ? size : null)
    if (typeof shares === 'string') return setProblem(shares)
    if (mode === 'metric' && !metric) return setProblem('Choose the metric that drives it.')
    const how = mode === 'metric' ? { mode: 'driver' as const, metric: metric ?? '' } : { mode }
    try {
      const answer = await set.attempt({ id, version: split?.version ?? 0, ...how, shares })
      done('Shared out', back(answer.split?.version ?? 1))
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  const end = async () => {
    if (split && (await stop.run({ id, version: split.version }))) done('Shared out no more', back(0))
  }
  return { save, end, problem, isBusy: set.isRunning }
}

const saidOf = ({ mode, metric, shares, note }: Split) => ({
  ...{ mode, note, shares: shares.map(({ campaignId, parts }) => ({ campaignId, parts })) },
  ...(metric ? { metric } : {}),
})

/** The rows as they are sent, or what is wrong with them; `size` is null where nothing is typed. */
function sharesIn(rows: Typed[], size: number | null) {
  const named = rows.filter((row) => row.campaignId || row.text.trim())
  if (named.some((row) => !row.campaignId)) return 'Choose the campaign of every share.'
  const shares: { campaignId: string; parts: number }[] = []
  for (const { campaignId, text } of named) {
    const hundredths = size === null ? 100 : readAmount(text, 'EUR')
    if (typeof hundredths === 'string') return hundredths
    const parts = ((size ?? 1) * hundredths) / 100
    shares.push({ campaignId: campaignId!, parts: size === 1 ? parts : Math.round(parts) })
  }
  return shares
}
