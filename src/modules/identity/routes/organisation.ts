import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { Email, Me, Name, Need, Password, Settings } from '../things.ts'

export const organisationRoutes = {
  status: route({
    method: 'GET',
    path: '/status',
    access: 'public',
    summary: 'Say whether an organisation exists here',
    input: z.object({}),
    output: z.object({
      isSetUp: z.boolean(),
      name: z.string(),
      demoAvailable: z.boolean(),
      sendsMail: z.boolean(),
    }),
  }),
  setup: route({
    method: 'POST',
    path: '/organisation',
    access: 'public',
    summary: 'Create the organisation and its director',
    secret: true,
    input: z.object({
      organisation: Settings,
      director: z.object({
        name: Name,
        email: Email,
        password: Password,
        title: z.string().max(120).default('Director of Marketing Operations'),
      }),
    }),
    output: z.object({ personId: z.string() }),
  }),
  me: route({
    method: 'GET',
    path: '/me',
    access: 'member',
    summary: 'Show who is signed in and what they may do',
    input: z.object({}),
    output: Me,
  }),
  settings: route({
    method: 'GET',
    path: '/organisation',
    access: 'member',
    summary: 'Show the settings of the organisation',
    input: z.object({}),
    output: Settings,
  }),
  changeSettings: route({
    method: 'PATCH',
    path: '/organisation',
    access: 'settings:manage',
    summary: 'Change the settings of the organisation',
    input: Settings.partial(),
    output: Settings,
  }),
  home: route({
    method: 'GET',
    path: '/home',
    access: 'member',
    summary: 'Show what needs you today',
    input: z.object({}),
    output: z.object({ needs: z.array(Need) }),
  }),
}
