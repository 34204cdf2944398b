import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { labelsFrom, type Rule, ruleWords, type Stage } from './stage-edit.ts'

type EntryRulesProps = { stage: Stage; attributes: string[]; onChange: (rules: Rule[]) => void }

/** How it shows that somebody entered the stage; of several rules the earliest counts. */
export function EntryRules({ stage, attributes, onChange }: EntryRulesProps) {
  const { rules } = stage
  const put = (at: number, rule: Rule) => onChange(rules.map((one, index) => (index === at ? rule : one)))
  const free = attributes.filter((name) => !rules.some((rule) => 'date' in rule && rule.date === name))
  const kinds: { label: string; rule: Rule }[] = [
    ...(free[0] ? [{ label: 'A date is filled', rule: { date: free[0] } }] : []),
    { label: 'The source names the stage', rule: { history: [stage.name.toLowerCase()] } },
    { label: 'An opportunity opens', rule: { opportunity: 'opened' as const } },
    { label: 'An opportunity is won', rule: { opportunity: 'won' as const } },
  ]
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm text-ink-3">Entered when, whichever is earliest:</p>
      {rules.map((rule, at) => (
        <div key={ruleKey(rule)} className="flex items-center gap-2">
          <OneRule rule={rule} attributes={attributes} onChange={(next) => put(at, next)} />
          <IconButton
            small
            label={`Drop the rule that ${ruleWords(rule)}`}
            disabled={rules.length === 1}
            onClick={() => onChange(rules.filter((_, index) => index !== at))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      {rules.length < 10 && (
        <Menu items={kinds.map(({ label, rule }) => ({ label, onSelect: () => onChange([...rules, rule]) }))}>
          <Button small look="quiet" className="self-start" icon={<Plus size={14} />}>
            Another rule
          </Button>
        </Menu>
      )}
    </div>
  )
}

const ruleKey = (rule: Rule) => ('history' in rule ? 'history' : JSON.stringify(rule))

type OneRuleProps = { rule: Rule; attributes: string[]; onChange: (rule: Rule) => void }

function OneRule({ rule, attributes, onChange }: OneRuleProps) {
  if ('date' in rule) {
    return (
      <div className="flex items-center gap-2">
        <span className="text-ink-2">the date</span>
        <Select
          small
          label="Date"
          value={rule.date}
          options={attributes.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
          onChange={(date) => onChange({ date })}
        />
        <span className="text-ink-2">is filled</span>
      </div>
    )
  }
  if ('history' in rule) return <Labels labels={rule.history} onChange={(history) => onChange({ history })} />
  return <span>{ruleWords(rule)}</span>
}

function Labels({ labels, onChange }: { labels: string[]; onChange: (labels: string[]) => void }) {
  const [text, setText] = useState(labels.join(', '))
  const keep = () => {
    const next = labelsFrom(text)
    if (next.length > 0) onChange(next)
    else setText(labels.join(', '))
  }
  return (
    <div className="flex w-full max-w-160 min-w-0 flex-wrap items-center gap-2">
      <span className="shrink-0 text-ink-2">the source calls the stage</span>
      <Input
        className="min-w-40 flex-1"
        aria-label="Names in the source, with commas between them"
        value={text}
        onChange={setText}
        onBlur={keep}
      />
    </div>
  )
}
