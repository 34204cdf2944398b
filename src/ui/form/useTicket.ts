import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../kernel/client.ts'
import type { Out, Route } from '../../kernel/contract.ts'

const day = 24 * 60 * 60 * 1000

/**
 * The ticket that a public form is sent with, from when the form was opened: asked for once, so that nothing that
 * refreshes the page sets the clock back by which a machine is told from a hand. `renew` asks for another only where
 * this one is lost or too old to be taken.
 */
export function useTicket<R extends Route>(route: R & (Out<R> extends { ticket: string } ? unknown : never)) {
  const [ticket, setTicket] = useState('')
  const openedAt = useRef(0)
  const open = useCallback(async () => {
    const opened = (await call(route, {} as never)) as { ticket: string }
    openedAt.current = Date.now()
    setTicket(opened.ticket)
  }, [route])
  useEffect(() => {
    void open().catch(() => {})
  }, [open])
  const renew = async (): Promise<void> => {
    if (ticket === '' || Date.now() - openedAt.current > day) await open().catch(() => {})
  }
  return { ticket, renew }
}
