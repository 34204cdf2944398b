import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './root.mjs'
import { stampOf } from './stamp.mjs'

const built = join(root, 'dist/app')

/**
 * Bundle the server and the command line when their sources changed. Each build has a folder of its own, named by the
 * state of the sources, so that a running process keeps its files. Answers the folder.
 */
export async function buildApp() {
  const name = stampOf(['src', 'migrations', 'package-lock.json', 'scripts/build.mjs'])
  const folder = join(built, name)
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date())
    return folder
  }
  const { build } = await import('esbuild')
  const fresh = join(built, `.${name}-${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: { server: 'src/server/main.ts', cli: 'src/cli/main.ts', ...workers() },
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // Groups of fields written `...{ a, b }` become plain fields: an object made of such groups costs ten times as much.
    minifySyntax: true,
    sourcemap: true,
    logLevel: 'error',
  })
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Another process may have built the same state meanwhile; anything else is a failure.
    if (!existsSync(folder)) throw error
  }
  forgetOld(name)
  return folder
}

/** Programs that run in threads of their own: `…-worker.ts` in the server’s half of a module. */
function workers() {
  const modules = join(root, 'src/modules')
  const folders = readdirSync(modules).map((name) => join(modules, name, 'server'))
  const files = folders.flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [],
  )
  const found = files.filter((file) => file.endsWith('-worker.ts'))
  return Object.fromEntries(found.map((file) => [basename(file, '.ts'), file]))
}

/** Those used last stay: a server that runs on one may still have files to load. */
function forgetOld(current) {
  const others = readdirSync(built)
    .filter((name) => name !== current && !name.startsWith('.'))
    .map((name) => join(built, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of others.slice(4)) rmSync(folder, { recursive: true, force: true })
}

/** Build the pages when their sources changed. */
export async function buildWeb() {
  if (!existsSync(join(root, 'src/web/index.html'))) return
  const stamp = stampOf(['src', 'vite.config.ts', 'package-lock.json', 'scripts/build.mjs'])
  const mark = join(root, 'dist/web.stamp')
  if (
    existsSync(join(root, 'dist/web/index.html')) &&
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === stamp
  )
    return
  console.error('Building the pages …')
  // Whoever builds, a test run for one, gets the pages that users get.
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  await build({ root: join(root, 'src/web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(mark, stamp)
}

if (process.argv[1] === import.meta.filename) {
  await buildApp()
  await buildWeb()
}
