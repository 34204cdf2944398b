import { earlier } from './requests-earlier.ts'
import type { DemoRequest } from './requests-kinds.ts'
import { lately } from './requests-lately.ts'

const usually: Record<string, [string, string, string]> = {
  rty_asset: ['Customers we meet take it with them', 'The date is set already', 'Every conversation there'],
  rty_campaign: [
    'New meetings for the sales team',
    'The quarter ends soon',
    'Some thirty meetings, we think',
  ],
  rty_report: ['We plan with it', 'The review is next week', 'One decision depends on it'],
  rty_other: ['It helps us with our own work', 'There is no hurry', 'An hour a week for three people'],
}

export const demoRequests: DemoRequest[] = [...earlier, ...lately].map(
  ([type, title, by, department, daysAgo, answeredIn, became, said = usually[type]!]) => ({
    ...{ type, title, by, department, daysAgo, answeredIn, became },
    ...{ purpose: said[0], hurry: said[1], impact: said[2] },
  }),
)
