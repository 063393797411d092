/**
 * Why something can't happen, in the words that people get. `status`: 401 not signed in, 403 not allowed, 409 not now or
 * stale, 422 malformed. `data` tells programs more: what is missing, which field is wrong, the newest hash.
 */
export type Refusal = {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 503
  code: string
  message: string
  data: { missing?: string[]; field?: string; contentHash?: string; [more: string]: unknown }
}

export function refusal(status: Refusal['status'], code: string, message: string, data: Refusal['data'] = {}): Refusal {
  return { status, code, message, data }
}

/** A refusal on its way up to whoever answers the request. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message)
    this.name = 'Refused'
  }
}
