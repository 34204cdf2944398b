import { basis } from './axes.ts'
import type { ChartSpec, Drawn, Palette } from './shape.ts'

/** Bands from category to category; a category is known by its place, so that two may have the same name. */
export function flowOption(spec: ChartSpec, palette: Palette, isCalm: boolean): Drawn {
  const nameAt = (place: string) => spec.categories[Number(place)] ?? ''
  return {
    ...basis(palette, isCalm),
    series: [
      {
        type: 'sankey',
        left: 4,
        right: 60,
        top: 8,
        bottom: 8,
        nodeWidth: 10,
        nodeGap: 10,
        draggable: false,
        layoutIterations: 32,
        data: spec.categories.map((name, place) => ({
          name: String(place),
          depth: spec.layers?.[place],
          itemStyle: { color: name === spec.accent ? palette.accent : palette.muted, borderWidth: 0 },
        })),
        links: (spec.links ?? []).map(({ from, to, value }) => ({
          source: String(from),
          target: String(to),
          value,
          lineStyle: { color: spec.categories[to] === spec.accent ? palette.accent : palette.context },
        })),
        lineStyle: { opacity: 0.4, curveness: 0.5 },
        labelLayout: { hideOverlap: true },
        emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.7 } },
        label: {
          color: palette.ink,
          width: 130,
          overflow: 'truncate',
          formatter: ({ name }: { name: string }) => nameAt(name),
        },
      },
    ],
  }
}
