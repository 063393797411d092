import { isRecord } from '@/platform/requests/fields'

/** A form's path as threads keep it: rows of lists by their ids, as their numbers change. */
export function keptPath(path: string, data: unknown): string {
  return mapped(path, data, (rows, name) => {
    const row: unknown = rows[Number(name)]
    return isRecord(row) && typeof row.id === 'string' ? [row.id, row] : [name, row]
  })
}

/** A path that threads keep, as the form has it now; rows by their numbers. */
export function formPath(path: string, data: unknown): string {
  return mapped(path, data, (rows, name) => {
    const index = rows.findIndex((row) => isRecord(row) && row.id === name)
    return index === -1 ? [name, undefined] : [String(index), rows[index]]
  })
}

function mapped(path: string, data: unknown, inRows: (rows: unknown[], name: string) => [string, unknown]): string {
  let value = data
  return path
    .split('.')
    .map((name) => {
      if (Array.isArray(value)) {
        const [other, row] = inRows(value, name)
        value = row
        return other
      }
      value = isRecord(value) ? value[name] : undefined
      return name
    })
    .join('.')
}
