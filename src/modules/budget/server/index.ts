import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { traced } from '../../trace/server/index.ts'
import { budget } from '../contract.ts'
import { addLines } from './adding.ts'
import { Commitments, commitments } from './commitments.ts'
import { decisions, exportDecisions } from './decisions.ts'
import { edit } from './editing.ts'
import { exportLines } from './export.ts'
import { importLines } from './import.ts'
import { bookInvoice, invoice, voidInvoice } from './invoices.ts'
import { budgetKinds } from './kinds.ts'
import { delegate, endDelegation, endLimit, limits, setLimit } from './limits.ts'
import { headcount, line, lines } from './lines.ts'
import { closeOrder, order, release, reopenOrder } from './orders.ts'
import { removeLine, restoreLine } from './removing.ts'
import { approve, escalate, refuse, request, withdraw } from './requests.ts'
import { exportInvoices, exportOrders, invoices, orders, prices } from './show-orders.ts'
import { requests } from './show-requests.ts'
import { needsOfBudget } from './tell.ts'
import { transfer } from './transfers.ts'
import { inTurn } from './turn.ts'
import { approvePlan, openYear, years } from './years.ts'

export { authoritiesOf } from './authorities.ts'
export { type Account, judged, requireAccount, requireYear } from './books.ts'
export { type Commitment, commitments } from './commitments.ts'
export { log } from './decisions.ts'
export { tableOf } from './import.ts'
export { lines } from './lines.ts'
export { converted, inOwn, today } from './money.ts'
export { inTurn } from './turn.ts'

function provide(app: App): void {
  app.services.provide(commitments, new Commitments())
  app.services.use(homeNeeds).register(needsOfBudget)
  app.services.use(traced).register(...budgetKinds)
}

export const budgetModule = defineModule(
  budget,
  {
    ...{ years, lines, line, headcount, exportLines, importLines },
    ...inTurn({ openYear, approvePlan, addLines, edit, removeLine, restoreLine, transfer }),
    ...{ orders, order, prices, exportOrders, invoices, invoice, exportInvoices },
    ...inTurn({ release, closeOrder, reopenOrder, bookInvoice, voidInvoice }),
    ...{ requests, decisions, exportDecisions, limits },
    ...inTurn({ request, approve, refuse, escalate, withdraw }),
    ...inTurn({ setLimit, endLimit, delegate, endDelegation }),
  },
  { provide },
)
