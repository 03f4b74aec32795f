/** A mail server of our own: takes what is sent to it, or refuses as long as it is told to. */
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; mail: ParsedMail }
export type MailServer = { url: string; received: Received[]; isRefusing: boolean; stop: () => Promise<void> }

const addressesOf = (to: AddressObject | AddressObject[] | undefined) =>
  [to ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []))

export async function startMailServer(): Promise<MailServer> {
  const state: MailServer = { url: '', received: [], isRefusing: false, stop: async () => undefined }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        if (state.isRefusing) return done(new Error('mailbox unavailable'))
        state.received.push({ to: addressesOf(mail.to), mail })
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.server.address() as { port: number }
  state.url = `smtp://127.0.0.1:${address.port}`
  state.stop = () =>
    new Promise((resolve) => {
      server.close(resolve)
    })
  return state
}
