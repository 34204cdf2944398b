import { describe, expect, test } from 'vitest'
import type { WebModule } from '../ui/module.ts'
import { commands, dependents, navigation, ports, routes } from './registry.ts'

const page = async () => ({ default: () => null })
const modules: WebModule[] = [
  { id: 'settings', area: 'settings', nav: [{ title: 'Roles', path: '/roles', permission: 'roles:edit' }] },
  {
    id: 'pipeline',
    area: 'performance',
    nav: [{ title: 'Funnel', path: '/funnel' }],
    routes: [{ path: '/funnel', page }],
    commands: [{ title: 'Create stage', isCreate: true, permission: 'stages:edit' }],
  },
]

describe('the shell', () => {
  test('shows areas in their order, whatever the order of the modules', () => {
    expect(navigation(modules, () => true).map((nav) => nav.title)).toEqual(['Performance', 'Settings'])
  })

  test('hides pages and commands one may not use, and areas left without a page', () => {
    const can = (permission?: string) => permission === undefined
    expect(navigation(modules, can).map((nav) => nav.area)).toEqual(['performance'])
    expect(commands(modules, can)).toEqual([])
  })

  test('shows a page to whoever holds one of the permissions it names', () => {
    const either: WebModule[] = [
      { id: 'm', area: 'data', nav: [{ title: 'Model', path: '/m', permission: ['a', 'b'] }] },
    ]
    expect(navigation(either, (permission) => permission === 'b')).toHaveLength(1)
    expect(navigation(either, () => false)).toEqual([])
  })

  test('knows the area of each page', () => {
    expect(routes(modules)).toMatchObject([{ path: '/funnel', area: 'performance' }])
  })

  test('knows who shows the changes of whom', () => {
    const both = ['pipeline', 'metrics'].map(
      (id): WebModule => ({ id, area: 'data', refreshOn: ['imports'] }),
    )
    expect(dependents(both)).toEqual({ imports: ['pipeline', 'metrics'] })
  })

  test('refuses to fill a port twice', () => {
    const twice = ['a', 'b'].map(
      (id): WebModule => ({ id, area: 'home', provides: { signInPath: () => '/' } }),
    )
    expect(() => ports(twice)).toThrow('signInPath is filled twice, the second time by b')
  })
})
