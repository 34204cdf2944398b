import { contract, event } from '../../kernel/contract.ts'
import { draftRoutes } from './routes/drafts.ts'
import { fileRoutes } from './routes/files.ts'
import { versionRoutes } from './routes/versions.ts'
import { Nothing, What } from './things.ts'

export type { Attached, FileThing, FileVersion, Pages } from './things.ts'

export const files = contract(
  'files',
  { ...fileRoutes, ...versionRoutes, ...draftRoutes },
  {
    added: event('added a file to a {what}', What),
    replaced: event('handed in a newer version of a file on a {what}', What),
    renamed: event('renamed a file on a {what}', What),
    broughtBack: event('brought an earlier version of a file on a {what} back', What),
    shared: event('showed a file on a {what} to guests', What),
    unshared: event('shows a file on a {what} to guests no more', What),
    removed: event('removed a file from a {what}', What),
    putBack: event('put a file on a {what} back', What),
    purged: event('deleted files for good that were removed long ago or never claimed', Nothing),
    draftOpened: event('let somebody without an account hand files in', Nothing),
    handedIn: event('handed a file in without an account', Nothing),
    takenOut: event('took a file out that was handed in without an account', Nothing),
    claimed: event('took files that were handed in over to a {what}', What),
  },
)
