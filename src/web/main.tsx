import '../ui/look/look.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from '../kernel/errors.ts'
import { startTheme } from '../ui/look/theme.ts'
import { setLanguage } from '../ui/messages/index.ts'
import { Toaster } from '../ui/parts/Toast.tsx'
import { TooltipProvider } from '../ui/parts/Tooltip.tsx'
import { PortsProvider } from '../ui/port/Ports.tsx'
import { foresight } from '../ui/query.ts'
import { modules } from './areas.ts'
import { ports } from './registry.ts'
import { createAppRouter } from './router.tsx'

const isWorthAnotherTry = (error: unknown) => error instanceof Problem && error.code === 'broken'

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (times, error) => times < 2 && isWorthAnotherTry(error) },
    mutations: { retry: false },
  },
})

startTheme()
if (new URLSearchParams(location.search).get('language') === 'pseudo') setLanguage('pseudo')

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={client}>
        <PortsProvider ports={ports(modules)}>
          <TooltipProvider delay={400}>
            <RouterProvider router={createAppRouter(modules, foresight(client))} />
            <Toaster />
          </TooltipProvider>
        </PortsProvider>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
)
