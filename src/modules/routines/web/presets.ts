import { weekdayOf } from '../../../methods/days.ts'

const short = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const long = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

export type Preset = { value: string; label: string }

/** Rules people ask for, told by the first day: each is the text of RFC 5545 that is kept. */
export function presetsFor(startsOn: string): Preset[] {
  const weekday = weekdayOf(startsOn)
  const date = Number(startsOn.slice(8))
  const nth = Math.ceil(date / 7)
  const by = short[weekday]!
  const ordinal = ['first', 'second', 'third', 'fourth'][nth - 1]
  return [
    { value: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', label: 'Every weekday' },
    { value: `FREQ=WEEKLY;BYDAY=${by}`, label: `Every ${long[weekday]}` },
    { value: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${by}`, label: `Every other ${long[weekday]}` },
    ...(date <= 28
      ? [{ value: `FREQ=MONTHLY;BYMONTHDAY=${date}`, label: `Every month on the ${date}.` }]
      : []),
    ordinal
      ? { value: `FREQ=MONTHLY;BYDAY=${nth}${by}`, label: `Every month on the ${ordinal} ${long[weekday]}` }
      : { value: `FREQ=MONTHLY;BYDAY=-1${by}`, label: `Every month on the last ${long[weekday]}` },
    { value: 'FREQ=MONTHLY;BYMONTHDAY=-1', label: 'On the last day of every month' },
    {
      value: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      label: 'On the last weekday of every month',
    },
    {
      value: `FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=${Math.min(date, 28)}`,
      label: `Every three months on the ${Math.min(date, 28)}.`,
    },
    {
      value: `FREQ=YEARLY;BYMONTH=${Number(startsOn.slice(5, 7))};BYMONTHDAY=${Math.min(date, 28)}`,
      label: 'Every year on this day',
    },
  ]
}
