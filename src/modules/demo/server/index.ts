import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { demo } from '../contract.ts'
import { start, status } from './actions.ts'
import { fillDemo } from './fill.ts'
import './tables.ts'

/** A demo whose making was interrupted is taken up again; files that have landed are known by their content. */
async function ready(app: App): Promise<void> {
  const open = await app.db
    .selectFrom('demo_runs')
    .select('id')
    .where('state', 'in', ['making', 'landing'])
    .executeTakeFirst()
  if (open) await app.jobs.enqueue(app.db, [{ name: fillDemo.name, payload: {} }])
}

export const demoModule = defineModule(demo, { start, status }, { ready, jobs: [fillDemo] as never })
