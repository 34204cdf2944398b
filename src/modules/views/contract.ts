import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'

const Name = z.string().trim().min(1, 'must not be empty').max(80)
const Page = z.string().min(1).max(80)
/** What stands after the question mark of the page's address. */
const Search = z.string().max(4000)
const Named = z.object({ name: z.string(), page: z.string() })

export const SavedView = z.object({
  id: z.string(),
  page: z.string(),
  name: z.string(),
  search: z.string(),
  isShared: z.boolean(),
  owner: z.object({ id: z.string(), name: z.string() }),
  can: z.object({ change: z.boolean(), share: z.boolean() }),
})
export type SavedView = z.output<typeof SavedView>

export const views = contract(
  'views',
  {
    list: route({
      method: 'GET',
      path: '/views',
      access: 'member',
      summary: 'List the saved views of a page: yours and the shared ones',
      input: z.object({ page: Page.optional() }),
      output: z.object({ views: z.array(SavedView) }),
    }),
    save: route({
      method: 'POST',
      path: '/views',
      access: 'member',
      summary: 'Save a view of a page under a name; the same name again replaces it',
      input: z.object({ page: Page, name: Name, search: Search }),
      output: SavedView,
    }),
    rename: route({
      method: 'PATCH',
      path: '/views/{id}',
      access: 'member',
      summary: 'Rename a saved view',
      input: One.extend({ name: Name }),
      output: SavedView,
    }),
    share: route({
      method: 'PUT',
      path: '/views/{id}/sharing',
      access: 'views:share',
      summary: 'Share a saved view with everybody, or take it back',
      input: One.extend({ isShared: z.boolean() }),
      output: SavedView,
    }),
    remove: route({
      method: 'DELETE',
      path: '/views/{id}',
      access: 'member',
      summary: 'Remove a saved view',
      input: One,
      output: z.object({}),
    }),
  },
  {
    saved: event('saved the view {name} of {page}', Named),
    renamed: event('renamed a view of {page} to {name}', Named),
    shared: event('shared the view {name} of {page}', Named),
    unshared: event('stopped sharing the view {name} of {page}', Named),
    removed: event('removed the view {name} of {page}', Named),
  },
)
