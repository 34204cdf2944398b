/** What a module shows: its door to the shell, and a first page. */
export const pageFiles = (words) => ({
  [`src/modules/${words.kebab}/web/index.ts`]: door(words),
  [`src/modules/${words.kebab}/web/${words.pascal}Page.tsx`]: page(words),
})

const door = ({ kebab, title, pascal }) => `import type { WebModule } from '../../../ui/module.ts'

export const web: WebModule = {
  id: '${kebab}',
  area: 'work',
  nav: [{ title: '${title}', path: '/${kebab}', permission: '${kebab}:read' }],
  routes: [{ path: '/${kebab}', page: () => import('./${pascal}Page.tsx') }],
}
`

const page = ({ camel, kebab, title, pascal }) => `import { ListPage } from '../../../ui/list/ListPage.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Item, ${camel} } from '../contract.ts'

export default function ${pascal}Page() {
  const items = useQuery(${camel}.list, {})
  return (
    <ListPage<Item>
      id="${kebab}"
      title="${title}"
      what="items"
      rows={items.data?.items}
      rowId={(one) => one.id}
      columns={[
        { id: 'name', title: 'Name', value: (one) => one.name },
        { id: 'addedAt', title: 'Added', value: (one) => one.addedAt, width: 200 },
      ]}
      isLoading={items.isPending}
      error={items.error}
      onRetry={items.refetch}
      empty={{ children: 'Nothing has been added yet.' }}
    />
  )
}
`
