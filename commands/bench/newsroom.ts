/** Somebody who is signed in: calls of the API, and views of the desk. */
export type SignedIn = {
  get<T>(path: string): Promise<T>
  post<T>(path: string, data: unknown): Promise<T>
  page(path: string): Promise<void>
}

/** Signs one of the demo accounts in. */
export async function signIn(url: string, account: string, password: string): Promise<SignedIn> {
  const asked = async (path: string, token: string | null, data?: unknown): Promise<Response> => {
    const answer = await fetch(url + path, {
      method: data === undefined ? 'GET' : 'POST',
      headers: { ...(token === null ? {} : { Authorization: `JWT ${token}`, Cookie: `payload-token=${token}` }), ...(data === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(data === undefined ? {} : { body: JSON.stringify(data) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const { token } = (await (await asked('/api/users/login', null, { email: `${account}@demo.example`, password })).json()) as { token: string }
  return {
    get: async (path) => (await asked(path, token)).json(),
    post: async (path, data) => (await asked(path, token, data)).json(),
    page: async (path) => void (await (await asked(path, token)).text()),
  }
}

const body = (text: string) => ({ root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children: Array.from({ length: 12 }, () => ({ type: 'paragraph', version: 1, format: '', indent: 0, direction: 'ltr', textFormat: 0, textStyle: '', children: [{ type: 'text', version: 1, text, format: 0, mode: 'normal', style: '', detail: 0 }] })) } })
const SIGNERS = [['sources', 'sources'], ['care', 'care'], ['copy', 'copy'], ['approval', 'publisher']] as const

/** Takes a new article under the address `slug` through its review. Returns the call that makes it public. */
export async function approveOne(url: string, slug: string, password: string): Promise<() => Promise<void>> {
  const editor = await signedIn(url, 'editor', password)
  const { doc } = await editor.post<{ doc: { id: string } }>('/api/articles', { title: `Bench ${slug}`, slug, language: 'en', kind: 'original', standfirst: 'Measured.', warningReview: 'assessedNone', body: body('Words of an article that is published to be measured. '.repeat(8)) })
  const path = `/api/articles/${doc.id}`
  await editor.post(`${path}/review/submit`, {})
  for (const [slot, account] of SIGNERS) await (await signedIn(url, account, password)).post(`${path}/review/sign-off`, { slot })
  const publisher = await signedIn(url, 'publisher', password)
  return async () => void (await publisher.post(`${path}/publishing/publish`, {}))
}

/** Writes, reviews and publishes an article. */
export async function publishOne(url: string, slug: string, password: string): Promise<void> {
  await (await approveOne(url, slug, password))()
}

// Signing in costs a second of CPU by design, so each account does it once.
const sessions = new Map<string, Promise<SignedIn>>()
function signedIn(url: string, account: string, password: string): Promise<SignedIn> {
  const key = `${url} ${account}`
  const known = sessions.get(key) ?? signIn(url, account, password)
  sessions.set(key, known)
  return known
}
