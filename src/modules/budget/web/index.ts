import { CalendarClock, ChartPie, ClipboardCheck, FileCheck2, Receipt, Wallet } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { outcomeSlot } from '../../campaigns/web/index.ts'

export type { GridProps } from './grid/Grid.tsx'

/** The grid of the budget, for lines of other kinds. */
export const BudgetGrid = lazy(() => import('./grid/Grid.tsx').then(({ Grid }) => ({ default: Grid })))

export { lineSlot } from './slots.ts'

const permission = 'budget:read'

outcomeSlot.add(lazy(() => import('./CampaignBudget.tsx')))

export const web: WebModule = {
  id: 'budget',
  area: 'money',
  refreshOn: ['costs', 'trace'],
  nav: [
    { title: 'Budget', path: '/budget', key: 'q', icon: Wallet, permission },
    { title: 'Order requests', path: '/budget/requests', icon: ClipboardCheck, permission },
    { title: 'Orders', path: '/budget/orders', icon: FileCheck2, permission },
    { title: 'Invoices', path: '/budget/invoices', icon: Receipt, permission },
    { title: 'Accruals', path: '/budget/accruals', icon: CalendarClock, permission },
    { title: 'Brand and demand', path: '/budget/guard', icon: ChartPie, permission },
  ],
  routes: [
    {
      ...{ path: '/budget', title: 'Budget', page: () => import('./BudgetPage.tsx') },
      foresee: async (address, ask) => (await import('./foresight.ts')).foresee(address, ask),
    },
    { path: '/budget/lines/$id', page: () => import('./LinePage.tsx'), title: 'Budget line' },
    {
      path: '/budget/requests',
      page: () => import('./RequestsPage.tsx'),
      title: 'Order requests',
    },
    { path: '/budget/orders', page: () => import('./OrdersPage.tsx'), title: 'Orders' },
    { path: '/budget/orders/$id', page: () => import('./OrderPage.tsx'), title: 'Order' },
    { path: '/budget/invoices', page: () => import('./InvoicesPage.tsx'), title: 'Invoices' },
    { path: '/budget/invoices/$id', page: () => import('./InvoicePage.tsx'), title: 'Invoice' },
    { path: '/budget/accruals', page: () => import('./AccrualsPage.tsx'), title: 'Accruals' },
    { path: '/budget/guard', page: () => import('./GuardPage.tsx'), title: 'Brand and demand' },
  ],
  commands: [
    {
      title: 'Ask for an order',
      path: '/budget/requests?show=new',
      icon: ClipboardCheck,
      isCreate: true,
      permission: 'budget:request',
      words: 'purchase spend approval request',
    },
    {
      title: 'Book an invoice',
      path: '/budget/invoices?show=new',
      icon: Receipt,
      isCreate: true,
      permission: 'budget:invoice',
      words: 'bill supplier actual',
    },
    {
      title: 'Orders that nobody closes',
      path: '/budget/orders?hunted=yes',
      icon: FileCheck2,
      permission,
      words: 'open purchase orders stale release',
    },
  ],
}
