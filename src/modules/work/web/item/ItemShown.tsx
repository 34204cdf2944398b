import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { Files } from '../../../files/web/index.ts'
import { Thread } from '../../../threads/web/index.ts'
import { Trace } from '../../../trace/web/index.ts'
import { type Detail, work } from '../../contract.ts'
import { itemSlot } from '../slots.ts'
import { usePeople } from '../usePeople.ts'
import { Checks } from './Checks.tsx'
import { Description } from './Description.tsx'
import { Facts } from './Facts.tsx'
import { ItemDeeds } from './ItemDeeds.tsx'
import { Links } from './Links.tsx'
import { Meanwhile } from './Meanwhile.tsx'
import { NotVision } from './NotVision.tsx'
import { OwnFields } from './OwnFields.tsx'
import { Parts } from './Parts.tsx'
import { Past } from './Past.tsx'
import { Criteria, Standing } from './Standing.tsx'
import { Title } from './Title.tsx'
import { useItemEdit } from './useItemEdit.ts'

type ItemShownProps = {
  detail: Detail
  /** In a drawer everything stands in one column. */
  isAside?: boolean
  onGone: () => void
}

/** An item whole, on its page and in the drawer. */
export function ItemShown({ detail, isAside = false, onGone }: ItemShownProps) {
  const edit = useItemEdit(detail)
  const { item, board } = detail
  const canEdit = detail.can.edit && board.can.write
  const both = { detail, edit, canEdit }
  const names = useNames()
  return (
    <div className="flex flex-col gap-(--gap)">
      <div className="flex items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <Title id={item.id} edit={edit} canEdit={canEdit} />
          <Standing detail={detail} />
        </div>
        <ItemDeeds {...both} onGone={onGone} />
      </div>
      {board.isConfidential && (
        <Notice>{`${board.name} is confidential: its team and its owner see this.`}</Notice>
      )}
      {board.isArchived && (
        <Notice tone="warn">{`The board ${board.name} is put away: this can be read only.`}</Notice>
      )}
      <Meanwhile edit={edit} nameOf={names} />
      {edit.problem && (
        <Notice
          tone="bad"
          action={
            <Button small onClick={edit.dismiss}>
              All right
            </Button>
          }
        >
          {edit.problem}
        </Notice>
      )}
      <Criteria detail={detail} />
      <div
        className={
          isAside
            ? 'flex flex-col gap-(--gap)'
            : 'flex items-start gap-8 max-[960px]:flex-col-reverse max-[960px]:items-stretch'
        }
      >
        {isAside && (
          <div className="[&>dl]:w-full">
            <Facts {...both} />
          </div>
        )}
        <div className="flex min-w-0 flex-1 flex-col gap-(--gap)">
          <NotVision {...both} />
          <Description id={item.id} edit={edit} canEdit={canEdit} />
          <Checks detail={detail} canEdit={canEdit} />
          <OwnFields {...both} />
          <Parts {...both} />
          <Links detail={detail} canEdit={canEdit} />
          {itemSlot.all.map((Part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a slot have no other name
            <Part key={at} detail={detail} />
          ))}
          <Files kind="item" id={item.id} />
          <Trace kind="item" id={item.id} />
          <Thread kind="item" id={item.id} />
          <Past id={item.id} madeBy={detail.madeBy} />
        </div>
        {!isAside && <Facts {...both} />}
      </div>
    </div>
  )
}

/** The name behind an id of a person or a type. */
function useNames(): (id: string) => string {
  const people = usePeople()
  const types = useQuery(work.types, {}).data?.items ?? []
  return (id) => [...people, ...types].find((one) => one.id === id)?.name ?? id
}
