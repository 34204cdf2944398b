import { join } from 'node:path'
import { warehouse } from '../../../engine/port.ts'
import { ensureSchema } from '../../../engine/schema.ts'
import type { App } from '../../../kernel/app.ts'
import { doctorChecks } from '../../../kernel/doctor.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { imports } from '../contract.ts'
import { correct, land, undo } from './actions.ts'
import { attest, sources } from './attestations.ts'
import { batchesAgree } from './doctor.ts'
import { folders } from './folders.ts'
import { ingredients } from './fresh.ts'
import { clearWorkdir, landImports, rebuildFigures, recover, sweepImports } from './jobs.ts'
import { Marts, marts } from './marts.ts'
import { needsOfImports } from './needs.ts'
import { staging } from './port.ts'
import { list, mappings, model, rejects, rows, show } from './queries.ts'
import { Staging } from './staging.ts'
import { upload } from './upload.ts'
import { setWord, vocabulary } from './vocabulary.ts'

export { type DemoFile, type DemoSize, demoCompany, demoPeople, generateDemo } from '../demo/index.ts'
export { channelGroupSql } from '../vocabulary.ts'
export { freshen, type Ingredient, ingredients } from './fresh.ts'
export { rebuildFigures } from './jobs.ts'
export { type Mart, type MartContext, marts } from './marts.ts'
export { type Organisation, organisation } from './organisation.ts'
export { isLanding, landedBatches } from './read.ts'
export { channels, setWord } from './vocabulary.ts'

function provide(app: App): void {
  app.services.use(homeNeeds).register(needsOfImports)
  const data = app.config.dataDir
  const places = { incoming: join(data, 'raw', 'incoming'), raw: join(data, 'raw'), work: join(data, 'work') }
  app.services.provide(folders, places)
  app.services.provide(staging, new Staging(app.services.use(warehouse), places.work, places.raw))
  app.services.provide(marts, new Marts())
  app.services.provide(ingredients, [])
  if (app.services.has(doctorChecks)) app.services.use(doctorChecks).push(batchesAgree)
}

async function start(app: App): Promise<void> {
  const places = app.services.use(folders)
  await clearWorkdir(places.work)
  await clearWorkdir(places.incoming)
  await app.services.use(warehouse).write(ensureSchema)
}

export const importsModule = defineModule(
  imports,
  {
    upload,
    list,
    show,
    correct,
    land,
    undo,
    rejects,
    rows,
    mappings,
    model,
    vocabulary,
    setWord,
    sources,
    attest,
  },
  { provide, start, ready: recover, jobs: [landImports, sweepImports, rebuildFigures] as never },
)
