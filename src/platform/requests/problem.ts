/** What is wrong with a request: the status to answer, a sentence that names it, and the parameter or field at fault. */
export type RequestProblem = { status: 400 | 404 | 413 | 415 | 422 | 429; field: string; message: string }

export function problem(status: RequestProblem['status'], field: string, message: string): RequestProblem {
  return { status, field, message }
}

/** The answer to a request with a problem, in the shape of Payload's own errors. */
export function answerTo({ status, field, message }: RequestProblem, headers: Record<string, string> = {}): Response {
  return Response.json({ errors: [{ name: 'RequestProblem', message, data: { field, errors: [{ path: field, message }] } }] }, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}
