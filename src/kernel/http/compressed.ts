import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const pack = promisify(gzip)
/** Shorter answers fit into a few packets as they are. */
const least = 4096

/** A long text packed, where the caller reads that; undefined where it is sent as it is. */
export async function compressed(text: string, asked: Headers): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (text.length < least || !readsGzip(asked.get('accept-encoding') ?? '')) return undefined
  return new Uint8Array(await pack(text, { level: constants.Z_BEST_SPEED }))
}

/** Whether RFC 9110 content coding `gzip` is among those said, and not said with a weight of nothing. */
const readsGzip = (accepted: string): boolean =>
  accepted
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim()))
    .some(([coding, ...rest]) => coding === 'gzip' && !rest.some((part) => /^q=0(\.0*)?$/.test(part)))
