import { moneyMinor } from '../../../ui/format/number.ts'

/** A difference with its sign, which says what a colour would. */
export const Signed = ({ minor, currency }: { minor: number; currency: string }) => (
  <span className="tabular">
    {minor === 0 ? '–' : `${minor > 0 ? '+' : '−'}${moneyMinor(Math.abs(minor), currency)}`}
  </span>
)
