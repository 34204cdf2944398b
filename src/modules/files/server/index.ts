import './tables.ts'
import { join } from 'node:path'
import type { App } from '../../../kernel/app.ts'
import { doctorChecks } from '../../../kernel/doctor.ts'
import { defineModule } from '../../../kernel/module.ts'
import { searched } from '../../search/server/index.ts'
import { files } from '../contract.ts'
import { add, change, putBack, remove, replace } from './actions.ts'
import { drafted, handIn, takeOut } from './drafts.ts'
import { Measured, measured, pagesOf } from './pages.ts'
import { handOut } from './passes.ts'
import { filesCheck, purge, sweepAtStart } from './purge.ts'
import { AttachedKinds, attached } from './registry.ts'
import { searchedFiles } from './searched.ts'
import { bringBack, content, list, show, versions } from './show.ts'
import { FileStore, fileStore } from './store.ts'

export { handedInSince, removeFilesOf } from './actions.ts'
export { claimDraft, handIn, openDraft } from './drafts.ts'
export { pagesOf } from './pages.ts'
export { passesOf } from './passes.ts'
export { filesSeen, firstSeen, requireFile } from './records.ts'
export { type AttachedKind, attached } from './registry.ts'
export { handedInBy, requireVersion } from './show.ts'

function provide(app: App): void {
  const { dataDir, fileBytes, filesBytes } = app.config
  app.services.provide(fileStore, new FileStore(join(dataDir, 'files'), fileBytes, filesBytes))
  app.services.provide(attached, new AttachedKinds())
  app.services.provide(measured, new Measured())
}

export const filesModule = defineModule(
  files,
  {
    ...{ list, show, add, change, remove, putBack },
    ...{ content, pages: pagesOf, versions, replace, bringBack, handOut },
    ...{ drafted, handIn, takeOut },
  },
  {
    provide,
    jobs: [purge],
    start: async (app) => {
      // After the kinds of all modules: a record comes before its files.
      app.services.use(searched).register(searchedFiles)
      await sweepAtStart(app)
      if (app.services.has(doctorChecks)) app.services.use(doctorChecks).push(filesCheck)
    },
  },
)
