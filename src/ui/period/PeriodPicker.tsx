import { Popover } from '@base-ui/react/popover'
import { CalendarDays, Check, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import { buttonClass, IconButton } from '../parts/Button.tsx'
import { useOrganisation } from '../port/Ports.tsx'
import { DateRange } from './DateRange.tsx'
import { idOf, presetName, presets, shifted } from './period.ts'
import { usePeriod } from './usePeriod.ts'

/** The one filter that all insight pages share. */
export function PeriodPicker() {
  const period = usePeriod()
  const { fiscal } = useOrganisation()
  const [isOpen, setOpen] = useState(false)
  const choose = (id: string) => {
    period.set(id)
    setOpen(false)
  }
  const step = (by: 1 | -1) => period.set(idOf(shifted(period, by, fiscal), fiscal))
  const canStep = period.id !== 'all'

  return (
    <div className="flex items-center">
      <IconButton
        label={t('period.earlier')}
        small
        disabled={!canStep}
        onClick={() => step(-1)}
        className="narrow:hidden"
      >
        <ChevronLeft size={16} />
      </IconButton>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger className={buttonClass('quiet', true)}>
          <span className="sr-only">{`${t('period.label')}: `}</span>
          <CalendarDays size={14} aria-hidden="true" />
          <span className="tabular text-ink">{period.label}</span>
          {period.compare && (
            <span className="tabular text-ink-3 narrow:hidden">
              {t('figure.versus', { label: period.compare.label })}
            </span>
          )}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner align="end" sideOffset={4} className="z-60">
            <Popover.Popup className="popup w-76 py-1" aria-label={t('period.label')}>
              <ul className="grid grid-cols-2">
                {presets.map((preset) => (
                  <li key={preset} className="contents">
                    <button
                      type="button"
                      onClick={() => choose(preset)}
                      className={cx('option text-left hover:bg-hover', preset === period.id && 'font-medium')}
                    >
                      <span className="flex-1">{presetName(preset)}</span>
                      {preset === period.id && <Check size={14} />}
                    </button>
                  </li>
                ))}
              </ul>
              <div className="mt-1 border-t border-line p-3">
                <DateRange
                  span={period}
                  onApply={({ startsOn, endsOn }) => choose(`${startsOn}..${endsOn}`)}
                />
              </div>
              <div className="flex flex-col gap-1.5 border-t border-line p-3">
                <span className="text-sm text-ink-3">{t('period.compare')}</span>
                <Compare />
              </div>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <IconButton
        label={t('period.later')}
        small
        disabled={!canStep}
        onClick={() => step(1)}
        className="narrow:hidden"
      >
        <ChevronRight size={16} />
      </IconButton>
    </div>
  )
}

function Compare() {
  const { comparison, setComparison } = usePeriod()
  return (
    <div className="flex flex-col">
      {(['previous', 'year', 'none'] as const).map((choice) => (
        <label
          key={choice}
          className="option mx-0! cursor-pointer hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-(--focus)"
        >
          <input
            type="radio"
            name="compare"
            checked={comparison === choice}
            onChange={() => setComparison(choice)}
            className="accent-(--accent)"
          />
          {t(`period.compare.${choice}`)}
        </label>
      ))}
    </div>
  )
}
