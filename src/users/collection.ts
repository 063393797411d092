import type { CollectionConfig, FieldAccess } from 'payload'
import { APIError } from 'payload'
import { accessTo } from '@/permissions/as-access'
import { actorOf, ROLE_LABELS, ROLES } from '@/permissions/roles'

const isAdministrator: FieldAccess = ({ req }) => actorOf(req.user)?.roles.includes('administrator') ?? false
const isAdministratorOrSelf: FieldAccess = ({ req, id, doc }) => isAdministrator({ req } as Parameters<FieldAccess>[0]) || (req.user != null && req.user.id === (doc?.id ?? id))

/**
 * People with an account. Colleagues see a name and roles, never an address. There is no sign-up: the first
 * administrator is added on the command line, so that nobody who finds a new installation can take it.
 */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { en: 'Account', ar: 'حساب' }, plural: { en: 'Accounts', ar: 'الحسابات' } },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'roles', 'updatedAt'], group: { en: 'System', ar: 'النظام' } },
  auth: {
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
    useSessions: true,
    cookies: { sameSite: 'Strict' },
  },
  access: accessTo('users'),
  endpoints: [
    {
      path: '/first-register',
      method: 'post',
      handler: () => {
        throw new APIError('The first account is added on the command line: npm run handbill -- user add', 403, null, true)
      },
    },
  ],
  fields: [
    { name: 'email', type: 'email', required: true, unique: true, label: { en: 'E-mail', ar: 'البريد الإلكتروني' }, access: { read: isAdministratorOrSelf, update: isAdministrator } },
    { name: 'name', type: 'text', required: true, maxLength: 120, label: { en: 'Name on the desk', ar: 'الاسم في المكتب' } },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: [],
      saveToJWT: true,
      label: { en: 'Roles', ar: 'الأدوار' },
      access: { create: isAdministrator, update: isAdministrator },
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
    },
  ],
}
