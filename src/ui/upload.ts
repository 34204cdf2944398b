import { address } from '../kernel/client.ts'
import type { Asked, Out, Route } from '../kernel/contract.ts'
import { Problem, type ProblemBody } from '../kernel/errors.ts'
import { t } from './messages/index.ts'

export type Sending<R extends Route> = {
  answer: Promise<Out<R>>
  /** Stops; the answer fails with an AbortError. */
  cancel: () => void
}

/** Hands a file to a route declared with `upload`, telling how many bytes have left; `fetch` cannot tell that. */
export function send<R extends Route>(
  route: R,
  input: Asked<R>,
  file: File,
  onSent: (bytes: number) => void,
): Sending<R> {
  const request = new XMLHttpRequest()
  const answer = new Promise<Out<R>>((resolve, reject) => {
    request.open(route.method, address(route, input as Record<string, unknown>).url)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = (event) => onSent(event.loaded)
    request.upload.onload = () => onSent(file.size)
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'))
    request.onerror = () => reject(new Problem('broken', t('upload.unreachable')))
    request.onload = () => {
      if (request.status < 300) resolve(request.response as Out<R>)
      else reject(problemOf(request))
    }
    request.send(file)
  })
  return { answer, cancel: () => request.abort() }
}

function problemOf(request: XMLHttpRequest): Problem {
  const body = request.response as ProblemBody | null
  return body?.code
    ? new Problem(body.code, body.detail, body.fields)
    : new Problem('broken', t('upload.noReason', { status: request.status }))
}
