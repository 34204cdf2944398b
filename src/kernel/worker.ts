import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** For work on what strangers hand in. */
type Limits = { seconds: number; megabytes: number }
type Message<T> = { progress: number } | { result: T }

/**
 * Run long arithmetic in a thread of its own, so that answers to others do not wait for it. `from` is the
 * `import.meta.url` of the caller, `name` the worker's file without its ending: beside the caller in the sources, beside
 * the bundle once built. The worker posts `{ progress }` and at last `{ result }`. `onProgress` answers whether the
 * result is still wanted; once it is not, the thread is stopped and the answer is undefined. Throws what the worker throws,
 * and when it takes longer or more memory than `limits` allow.
 */
export async function inWorker<T>(
  from: string,
  name: string,
  data: unknown,
  onProgress: (progress: number) => Promise<boolean>,
  limits?: Limits,
): Promise<T | undefined> {
  const worker = open(from, name, { workerData: data, ...(limits && heapOf(limits)) })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<T | undefined>((resolve, reject) => {
      const late = () => reject(new Error(`The calculation took longer than ${limits?.seconds} seconds.`))
      if (limits) timer = setTimeout(late, limits.seconds * 1000)
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('The calculation ended without a result.')))
      worker.on('message', (message: Message<T>) => {
        if ('result' in message) return resolve(message.result)
        onProgress(message.progress).then((isWanted) => isWanted || resolve(undefined), reject)
      })
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

const heapOf = ({ megabytes }: Limits): WorkerOptions => ({
  resourceLimits: { maxOldGenerationSizeMb: megabytes },
})

function open(from: string, name: string, options: WorkerOptions): Worker {
  const built = join(dirname(fileURLToPath(from)), `${name}.js`)
  if (existsSync(built)) return new Worker(built, options)
  // From the sources, which only tsx can read.
  const source = pathToFileURL(built.replace(/\.js$/, '.ts')).href
  const start = `import('tsx/esm/api').then(({ tsImport }) => tsImport('${source}', '${from}'))`
  return new Worker(start, { ...options, eval: true })
}
