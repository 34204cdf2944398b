import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './root.mjs'
import { moduleFiles } from './scaffold/module.mjs'
import { pageFiles } from './scaffold/page.mjs'

const [kind, name] = process.argv.slice(2)
if (kind !== 'module' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? ''))
  stop('Say what to make and its name in small letters: npm run new module vendors')
const folder = join(root, 'src/modules', name)
if (existsSync(folder)) stop(`src/modules/${name} is there already.`)

const words = wordsOf(name)
const migration = nextMigration(words.snake)
const files = { ...moduleFiles(words, migration), ...pageFiles(words) }
for (const [path, text] of Object.entries(files)) write(path, text)

addLine(
  'src/modules/order.ts',
  `import { ${words.camel}Module } from './${name}/server/index.ts'`,
  /export const modules[^\n]*= \[([\s\S]*?)\]/,
  `${words.camel}Module`,
)
addLine(
  'src/web/areas.ts',
  `import { web as ${words.camel} } from '../modules/${name}/web/index.ts'`,
  /export const modules[^\n]*= \[([\s\S]*?)\]/,
  words.camel,
)
addMigration(migration, words.snake)

console.log(`Made src/modules/${name} and migrations/${migration}.ts, and added both to their lists.
Next: \`npx biome check --write .\`, then \`npx vitest run src/modules/${name}\`; \`npx vitest run src/permissions.test.ts -u\` shows who may call its routes.`)

function wordsOf(kebab) {
  const parts = kebab.split('-')
  const capital = (text) => text[0].toUpperCase() + text.slice(1)
  const pascal = parts.map(capital).join('')
  return {
    kebab,
    pascal,
    camel: pascal[0].toLowerCase() + pascal.slice(1),
    snake: parts.join('_'),
    title: capital(parts.join(' ')),
  }
}

function nextMigration(snake) {
  const numbers = readdirSync(join(root, 'migrations')).map((file) => Number.parseInt(file, 10) || 0)
  return `${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}_${snake}`
}

function write(path, text) {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Add an import after the last one, and an item at the end of the list. */
function addLine(path, line, list, item) {
  const before = readFileSync(join(root, path), 'utf8')
  const found = list.exec(before)
  if (!found) stop(`${path} does not look as expected; add ${item} to its list yourself.`)
  const items = found[1]
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  const filled = before.replace(list, (whole, old) =>
    whole.replace(`[${old}]`, `[\n  ${[...items, item].join(',\n  ')},\n]`),
  )
  write(path, withImport(filled, line))
}

function withImport(text, line) {
  const lines = text.split('\n')
  const last = lines.findLastIndex((one) => one.startsWith('import '))
  return [...lines.slice(0, last + 1), line, ...lines.slice(last + 1)].join('\n')
}

function addMigration(name, snake) {
  const path = 'migrations/index.ts'
  const camel = snake.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())
  const text = readFileSync(join(root, path), 'utf8')
  const filled = text.replace(/\n\}\s*$/, `\n  '${name}': ${camel},\n}\n`)
  write(path, withImport(filled, `import * as ${camel} from './${name}.ts'`))
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
