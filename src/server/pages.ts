import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import type { Env, Hono } from 'hono'
import { missing } from '../kernel/errors.ts'

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

/** Serve the built pages of a folder; any other address is the app's own and gets its one page. */
export function servePages<E extends Env>(http: Hono<E>, folder: string): void {
  http.all('/api/*', (c) => {
    throw missing(`The address ${c.req.path}`)
  })
  http.get('*', (c) => {
    const file = fileOf(folder, c.req.path)
    if (!file && extname(c.req.path) in kinds) throw missing(`The file ${c.req.path}`)
    const sent = file ?? join(folder, 'index.html')
    if (!existsSync(sent)) return c.text('The pages are not built yet. Run `npm start`.', 503)
    return new Response(Readable.toWeb(createReadStream(sent)) as ReadableStream, {
      headers: {
        'content-type': kinds[extname(sent)] ?? 'application/octet-stream',
        'content-length': String(statSync(sent).size),
        'cache-control': /^\/assets\//.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    })
  })
}

function fileOf(folder: string, path: string): string | undefined {
  const decoded = unescaped(path)
  if (decoded === undefined || decoded.includes('\0')) return undefined
  const file = normalize(join(folder, decoded))
  if (!file.startsWith(`${folder}/`) || !existsSync(file) || !statSync(file).isFile()) return undefined
  return file
}

function unescaped(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
