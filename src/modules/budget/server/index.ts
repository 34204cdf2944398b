import './authority-tables.ts'
import { searchedBudget } from './searched.ts'
import './planning-tables.ts'
import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { attached } from '../../files/server/index.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { discussed } from '../../threads/server/index.ts'
import { traced } from '../../trace/server/index.ts'
import { budget } from '../contract.ts'
import { accrue, accrueExpected, reverseAccrual } from './accruals.ts'
import { addLines } from './adding.ts'
import { campaignBudget } from './campaign-budget.ts'
import { carryOn } from './carrying.ts'
import { Commitments, commitments } from './commitments.ts'
import { decisions, exportDecisions } from './decisions.ts'
import { edit } from './editing.ts'
import { exportLines } from './export.ts'
import { guard, setGuard } from './guard.ts'
import { importLines } from './import.ts'
import { bookInvoice, invoice, voidInvoice } from './invoices.ts'
import { budgetFiles, budgetKinds } from './kinds.ts'
import { delegate, endDelegation, endLimit, limits, setLimit } from './limits.ts'
import { headcount, line, lines, sheet } from './lines.ts'
import { closeOrder, order, release, reopenOrder } from './orders.ts'
import { recurrence, setRecurrence } from './recurring.ts'
import { removeLine, restoreLine } from './removing.ts'
import { approve, escalate, refuse, request, withdraw } from './requests.ts'
import { accruals } from './show-accruals.ts'
import { exportInvoices, exportOrders, invoices, orders, prices } from './show-orders.ts'
import { requests } from './show-requests.ts'
import { endSplit, setSplit, split } from './splits.ts'
import { needsOfBudget } from './tell.ts'
import { transfer } from './transfers.ts'
import { inTurn } from './turn.ts'
import { approvePlan, openYear, years } from './years.ts'

export { addLines } from './adding.ts'
export { authoritiesOf } from './authorities.ts'
export { type Account, judged, maySee, requireAccount, requireYear } from './books.ts'
export { type Commitment, commitments } from './commitments.ts'
export { log } from './decisions.ts'
export { edit } from './editing.ts'
export { tableOf } from './import.ts'
export { lines } from './lines.ts'
export { converted, inOwn, today } from './money.ts'
export { removeLine, restoreLine } from './removing.ts'
export { requireCurrency } from './saying.ts'
export { invoices, orders } from './show-orders.ts'
export { logChanges, whyNotTogether } from './together.ts'
export { transferAll } from './transfers.ts'
export { inTurn } from './turn.ts'
export { years } from './years.ts'

function provide(app: App): void {
  app.services.provide(commitments, new Commitments())
  app.services.use(homeNeeds).register(needsOfBudget)
  app.services.use(traced).register(...budgetKinds)
  app.services.use(searched).register(...searchedBudget)
  app.services.use(discussed).register(...budgetKinds)
  app.services.use(attached).register(...budgetFiles)
}

export const budgetModule = defineModule(
  budget,
  {
    ...{ years, lines, sheet, line, headcount, exportLines, importLines },
    ...inTurn({ openYear, approvePlan, addLines, edit, removeLine, restoreLine, transfer }),
    ...{ orders, order, prices, exportOrders, invoices, invoice, exportInvoices },
    ...inTurn({ release, closeOrder, reopenOrder, bookInvoice, voidInvoice }),
    ...{ requests, decisions, exportDecisions, limits },
    ...inTurn({ request, approve, refuse, escalate, withdraw }),
    ...{ accruals, split, campaignBudget, recurrence, guard },
    ...inTurn({ accrue, accrueExpected, reverseAccrual }),
    ...inTurn({ setSplit, endSplit, setRecurrence, carryOn, setGuard }),
    ...inTurn({ setLimit, endLimit, delegate, endDelegation }),
  },
  { provide },
)
