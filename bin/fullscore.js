#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../scripts/root.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Fullscore needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
if (!existsSync(join(root, 'node_modules'))) {
  console.error(`The packages are not installed yet: run \`npm ci\` in ${root}.`)
  process.exit(1)
}
const { buildApp, buildWeb } = await import('../scripts/build.mjs')
if (process.argv[2] === 'start') await buildWeb()
const { main } = await import(pathToFileURL(join(await buildApp(), 'cli.js')).href)
process.exitCode = await main(process.argv.slice(2))
