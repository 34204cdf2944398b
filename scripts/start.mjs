import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installMissing } from './install.mjs'

installMissing()
const { buildApp, buildWeb } = await import('./build.mjs')
await buildWeb()
const folder = await buildApp()
const { main } = await import(pathToFileURL(join(folder, 'server.js')).href)
await main(process.argv.slice(2))
