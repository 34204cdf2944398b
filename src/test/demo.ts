import { join } from 'node:path'
import { generateDemo } from '../modules/imports/server/index.ts'
import { startTestApp, type TestApp } from './app.ts'
import { land } from './imports.ts'

/** A whole app in which the exports of the tiny demo company have landed, and files made by `more` in its folder. */
export async function startDemoApp(more: (folder: string) => string[] = () => []): Promise<TestApp> {
  const app = await startTestApp()
  const { files } = await generateDemo(join(app.folder, 'demo'), { size: 'tiny', until: '2025-12-31' })
  await land(app, [...files.map((file) => file.path), ...more(app.folder)])
  return app
}
