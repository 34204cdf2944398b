import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '../kernel/config.ts'
import { asSentence } from '../kernel/sentences.ts'
import { serve } from './serve.ts'

const flags = z.object({
  port: z.coerce.number().int().min(0).max(65535).optional(),
  data: z.string().min(1).optional(),
})

/** Start the server and stay until told to stop. */
export async function main(args: string[]): Promise<void> {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string' }, data: { type: 'string' } } })
    const config = readConfig(process.env, flags.parse(values))
    const began = performance.now()
    const { app, url, stop } = await serve(config)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    // Whoever reads that it is ready may stop it at once.
    stopOnSignal(stop, (error) => app.log.error({ error: String(error) }, 'did not stop cleanly'))
    console.log(`Fullscore is ready at ${url} (${seconds} s, data in ${config.dataDir})`)
  } catch (error) {
    console.error(sentenceOf(error))
    process.exitCode = 1
  }
}

/** A terminal sends the signal to npm as well, which passes it on: the second one is no second wish. */
function stopOnSignal(stop: () => Promise<void>, failed: (error: unknown) => void): void {
  let isStopping = false
  const stopOnce = async () => {
    if (isStopping) return
    isStopping = true
    console.error('Stopping …')
    await stop().catch(failed)
    process.exit(0)
  }
  process.on('SIGINT', stopOnce)
  process.on('SIGTERM', stopOnce)
}

function sentenceOf(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map(asSentence).join('\n')
  return error instanceof Error ? error.message : String(error)
}
