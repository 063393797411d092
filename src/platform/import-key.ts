import type { Field } from 'payload'

/** What a document was made from, where it was brought in; the next import knows it by that. A copy of it was not. */
export const importKey: Field = { name: 'importKey', type: 'text', index: true, admin: { hidden: true }, hooks: { beforeDuplicate: [() => null] } }
