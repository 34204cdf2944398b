import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  useQuery as useReactQuery,
} from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { type CallOptions, call } from '../kernel/client.ts'
import type { Asked, Out, Route } from '../kernel/contract.ts'
import { Problem } from '../kernel/errors.ts'
import { lookAgain } from './look-again.ts'
import { t } from './messages/index.ts'
import { Once } from './once.ts'
import { toast } from './parts/Toast.tsx'

export const keyOf = (route: Route, input: unknown = {}) => [route.module, route.id, input] as const

/** Refetches what a module showed; without a module, everything. What is on its way is asked anew, or waited for. */
export const invalidate = (client: QueryClient, module?: string, { cancelRefetch = true } = {}) =>
  client.invalidateQueries(module ? { queryKey: [module] } : {}, { cancelRefetch })

export type QueryOptions = {
  isOn?: boolean
  /** Ask again every so many milliseconds: for progress. */
  every?: number | false
  /** Show the old answer until the new one is there (default), or the skeleton. */
  keepsOld?: boolean
}

/** Asks a GET route; typed by its schemas. */
export function useQuery<R extends Route>(route: R, input: Asked<R>, options: QueryOptions = {}) {
  return useReactQuery<Out<R>, Problem>({
    ...question(route, input),
    enabled: options.isOn ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keepsOld === false ? {} : { placeholderData: keepPreviousData }),
  })
}

export type Question<Answer = unknown> = {
  queryKey: readonly unknown[]
  queryFn: (asking: { signal: AbortSignal }) => Promise<Answer>
}

/** A GET route and what it is asked, as `useQuery` asks it. */
export const question = <R extends Route>(route: R, input: Asked<R>): Question<Out<R>> => ({
  queryKey: keyOf(route, input),
  queryFn: ({ signal }) => call(route, input, { signal }),
})

/** Asks for whoever will want the answers soon. */
export const foresight =
  (client: QueryClient) =>
  (...questions: Question[]): void => {
    for (const one of questions) void client.prefetchQuery({ ...one, retry: false })
  }

/** Pages of a route that takes `cursor` and answers `nextCursor`. */
export function usePages<R extends Route>(
  route: R,
  input: Omit<Asked<R>, 'cursor'>,
  nextCursor: (page: Out<R>) => string | null | undefined,
  options: QueryOptions = {},
) {
  return useInfiniteQuery({
    queryKey: [...keyOf(route, input), 'pages'],
    queryFn: ({ pageParam, signal }): Promise<Out<R>> =>
      call(route, { ...input, ...(pageParam ? { cursor: pageParam } : {}) } as Asked<R>, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Out<R>) => nextCursor(page) ?? null,
    enabled: options.isOn ?? true,
    ...(options.keepsOld === false ? {} : { placeholderData: keepPreviousData }),
  })
}

/** Pages of a route that takes `limit` and `offset` and answers `items` and `total`, as one growing list. */
export function useRows<R extends Route>(
  route: R,
  input: Omit<Asked<R>, 'limit' | 'offset'>,
  limit = 100,
  options: QueryOptions = {},
) {
  const asked = useInfiniteQuery({
    queryKey: [...keyOf(route, input), 'rows', limit],
    queryFn: ({ pageParam, signal }) =>
      call(route, { ...input, limit, offset: pageParam } as Asked<R>, { signal }) as Promise<Slice<R>>,
    initialPageParam: 0,
    getNextPageParam: (last: Slice<R>, all) => {
      const read = all.reduce((sum, page) => sum + itemsOf(page).length, 0)
      return itemsOf(last).length > 0 && read < last.total ? read : null
    },
    enabled: options.isOn ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keepsOld === false ? {} : { placeholderData: keepPreviousData }),
  })
  const pages = asked.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => itemsOf(page)), [pages])
  const paging = {
    hasMore: asked.hasNextPage,
    isLoadingMore: asked.isFetchingNextPage,
    loadMore: asked.fetchNextPage,
    error: asked.isFetchNextPageError ? asked.error : undefined,
  }
  const error = pages ? null : asked.error
  return {
    rows,
    first: pages?.[0],
    total: pages?.[0]?.total,
    paging,
    isPending: asked.isPending,
    error,
    refetch: asked.refetch,
  }
}

type Slice<R extends Route> = Out<R> & { total: number }
type RowOf<R extends Route> =
  Out<R> extends { items: (infer Row)[] } ? Row : Out<R> extends { rows: (infer Row)[] } ? Row : never
const itemsOf = <R extends Route>(page: Slice<R>) =>
  (('items' in page ? page.items : (page as { rows?: unknown }).rows) ?? []) as RowOf<R>[]

export type CommandOptions = {
  /** Modules to refetch besides the route's own. */
  alsoRefresh?: string[]
  /** The caller shows the error itself, as forms do. */
  isQuiet?: boolean
}

const once = new Once()

/** A file is not kept to be compared; everything else is done once. */
function sent<R extends Route>(route: R, input: Asked<R>, options: CallOptions = {}): Promise<Out<R>> {
  if (options.file || options.signal) return call(route, input, options)
  const send = (key: string) =>
    call(route, input, { ...options, headers: { 'idempotency-key': key, ...options.headers } })
  return once.send(`${route.id} ${JSON.stringify(input)}`, send)
}

/** Runs a command; answers its result, or undefined after the error was shown. `attempt` throws instead. */
export function useCommand<R extends Route>(route: R, options: CommandOptions = {}) {
  const client = useQueryClient()
  const refresh = () => {
    for (const module of [route.module, ...(options.alsoRefresh ?? [])]) void invalidate(client, module)
  }
  const mutation = useMutation<Out<R>, Error, { input: Asked<R>; call?: CallOptions }>({
    mutationFn: (asked) => sent(route, asked.input, asked.call),
    onSuccess: refresh,
    onError: (error) => {
      if (isBroken(error)) void lookAgain(refresh)
      if (!options.isQuiet) toast(sentence(error), { tone: 'bad' })
    },
  })
  const { mutateAsync } = mutation
  const attempt = useCallback(
    (input: Asked<R>, callOptions?: CallOptions) => mutateAsync({ input, call: callOptions }),
    [mutateAsync],
  )
  const run = useCallback(
    (input: Asked<R>, callOptions?: CallOptions) => attempt(input, callOptions).catch(() => undefined),
    [attempt],
  )
  return { run, attempt, isRunning: mutation.isPending, error: mutation.error, reset: mutation.reset }
}

/** Whether it was done is not known, unless the sentence says so. */
export const isBroken = (error: unknown): boolean => !(error instanceof Problem) || error.code === 'broken'

/** What a person reads when something failed. */
export const sentence = (error: unknown): string =>
  error instanceof Problem || (error instanceof Error && error.message) ? error.message : t('toast.failed')
