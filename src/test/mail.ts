import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** Takes any mail, or refuses all of it, or that to one address, as a mail server would. */
export async function startMailServer() {
  const mails: string[] = []
  const state = { refuses: false, unknown: '' }
  const isRefused = (line: string) =>
    (line.startsWith('MAIL') && state.refuses) ||
    (line.startsWith('RCPT') && state.unknown !== '' && line.includes(state.unknown))
  const server = createServer((socket) => {
    let body: string | undefined
    socket.write('220 here\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      const text = data.toString()
      if (body !== undefined) {
        body += text
        if (!body.endsWith('\r\n.\r\n')) return
        mails.push(body.replaceAll('=\r\n', ''))
        body = undefined
        socket.write('250 taken\r\n')
      } else if (isRefused(text)) socket.write('550 no\r\n')
      else if (text.startsWith('DATA')) {
        body = ''
        socket.write('354 go on\r\n')
      } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('250 fine\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { mails, state, port: (server.address() as AddressInfo).port, close: () => server.close() }
}
