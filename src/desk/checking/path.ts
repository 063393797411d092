/** Where texts wait to have their sources checked. */
export const CHECKING_PATH = '/admin/checking'

/** Where the citations of one text are checked; of `key`, where it is given. */
export function checkingPath(collection: string, id: string, key?: string): string {
  return `${CHECKING_PATH}/${collection}/${id}${key === undefined ? '' : `#${encodeURIComponent(key)}`}`
}
