import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import type { MetricShown } from '../../metrics/contract.ts'
import type { Board, Tile, TileInput } from '../contract.ts'
import { draftOf, TileDraft, toTile, type What } from './tile-input.ts'
import type { UseBoard } from './useBoard.ts'
import { WhatField } from './WhatField.tsx'

type TileFormProps = {
  use: UseBoard
  board: Board
  tile: Tile | null
  items: MetricShown[]
  dimensions: { name: string; words: string }[]
  onClose: () => void
}

const sizes = [
  { value: '1', label: 'One column' },
  { value: '2', label: 'Two columns' },
]

/** A tile to add, or one to change. */
export function TileForm({ use, board, tile: shown, items, dimensions, onClose }: TileFormProps) {
  const { opened, open, newer } = useOpened(board)
  const all = opened.tiles
  const tile = all.find((one) => one.id === shown?.id) ?? shown
  const save = (draft: TileDraft) => {
    const said = toTile(draft, tile)
    const tiles: TileInput[] = tile ? all.map((one) => (one.id === tile.id ? said : one)) : [...all, said]
    return use.change(tile ? 'Tile changed' : 'Tile added', { tiles }, opened)
  }
  return (
    <Drawer isOpen onClose={onClose} title={tile ? 'Edit the tile' : 'Add a tile'}>
      <div className="p-5">
        <Form
          key={opened.version}
          id={tile ? `tile-${tile.id}-${opened.version}` : `tile-new-${opened.id}`}
          schema={TileDraft}
          initial={draftOf(tile)}
          saveLabel={tile ? 'Save' : 'Add the tile'}
          onSave={save}
          onSaved={onClose}
          onCancel={onClose}
          fields={[
            {
              name: 'what',
              label: 'What it shows',
              kind: 'custom',
              render: ({ value, onChange }) => (
                <WhatField value={value as What} onChange={onChange} items={items} dimensions={dimensions} />
              ),
            },
            { name: 'title', label: 'Title', isOptional: true, hint: 'Blank: what the metric is called.' },
            { name: 'size', label: 'Width', kind: 'select', options: sizes },
          ]}
        >
          {newer && <Meanwhile by={newer.changedBy} what="this dashboard" onLoad={() => open(newer)} />}
        </Form>
      </div>
    </Drawer>
  )
}
