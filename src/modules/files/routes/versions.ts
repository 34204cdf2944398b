import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import type { Kept } from '../../../kernel/http/kept.ts'
import { One } from '../../../kernel/paging.ts'
import { FileThing, FileVersion, Name, Pages, version } from '../things.ts'

/** A kept file: served whole or in part, not as JSON. */
const Bytes = z.custom<Kept>()

export const versionRoutes = {
  content: route({
    method: 'GET',
    path: '/files/{id}/content',
    access: 'member',
    summary: 'Download a file, or an earlier version of it, whole or in part',
    input: One.extend({ number: version.optional() }),
    output: Bytes,
    download: true,
  }),
  pages: route({
    method: 'GET',
    path: '/files/{id}/pages',
    access: 'member',
    summary: 'Read how many pages an image or a PDF has, and how large they are',
    input: One.extend({ number: version.optional() }),
    output: Pages,
  }),
  versions: route({
    method: 'GET',
    path: '/files/{id}/versions',
    access: 'member',
    summary: 'Read every version of a file: who handed it in or renamed it, and when',
    input: One,
    output: z.object({ items: z.array(FileVersion) }),
  }),
  replace: route({
    method: 'POST',
    path: '/files/{id}/versions',
    access: 'member',
    summary: 'Hand in a newer version of a file; the earlier ones stay to be downloaded',
    input: One.extend({ version, name: Name.optional() }),
    output: FileThing,
    upload: true,
  }),
  bringBack: route({
    method: 'POST',
    path: '/files/{id}/versions/{number}/restoration',
    access: 'member',
    summary: 'Bring an earlier version of a file back as its newest',
    input: One.extend({ number: version, version }),
    output: FileThing,
  }),
  handOut: route({
    method: 'GET',
    path: '/file-passes/{pass}',
    access: 'public',
    summary: 'Download a file by a link that was signed for somebody without an account and ends soon',
    input: z.object({ pass: z.string().max(600) }),
    output: Bytes,
    download: true,
  }),
}
