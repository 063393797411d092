import type { Role } from '@/permissions/roles'
import type { AccountKey } from './documents'

/** The demo's accounts. One for each role. */
export const ACCOUNTS: readonly { key: AccountKey; name: string; roles: Role[] }[] = [
  { key: 'admin', name: 'Ada Quill', roles: ['administrator'] },
  { key: 'publisher', name: 'Paulo Verne', roles: ['publisher'] },
  { key: 'editor', name: 'Edda Marlow', roles: ['editor'] },
  { key: 'contributor', name: 'Corin Hale', roles: ['contributor'] },
  { key: 'sources', name: 'Suha Lorne', roles: ['sources'] },
  { key: 'care', name: 'Caro Whitlam', roles: ['care'] },
  { key: 'legal', name: 'Leo Farrant', roles: ['legal'] },
  { key: 'copy', name: 'Cosima Bright', roles: ['copy'] },
]

/** The address under which an account signs in. */
export function addressOf(key: AccountKey): string {
  return `${key}@demo.example`
}
