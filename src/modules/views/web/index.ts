import { Bookmark } from 'lucide-react'
import type { ListViews } from '../../../ui/list/Views.tsx'
import type { WebModule } from '../../../ui/module.ts'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { views } from '../contract.ts'

const read = (search: string) => Object.fromEntries(new URLSearchParams(search))

/** The saved views of a page, as the list kit wants them: `<ListPage views={useSavedViews('/opportunities')} />`. */
export function useSavedViews(page: string): ListViews {
  const { data } = useQuery(views.list, { page })
  const save = useCommand(views.save)
  const remove = useCommand(views.remove)
  return {
    saved: (data?.views ?? []).map(({ id, name, search, isShared, owner }) => ({
      id,
      name: isShared ? `${name} · shared by ${owner.name}` : name,
      search: read(search),
    })),
    save: (name, search) => save.run({ page, name, search: new URLSearchParams(search).toString() }),
    remove: (id) => remove.run({ id }),
  }
}

export const web: WebModule = {
  id: 'views',
  area: 'settings',
  nav: [
    { title: 'Saved views', path: '/views', icon: Bookmark, permission: ['metrics:read', 'strategy:read'] },
  ],
  routes: [{ path: '/views', page: () => import('./SavedViewsPage.tsx'), title: 'Saved views' }],
}
