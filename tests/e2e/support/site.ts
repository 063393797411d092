import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page of a site outside of the newsroom, in its two languages. */
export const OUTSIDE = {
  title: 'Readings of the north gauge',
  quote: 'The gauge stood at forty centimetres on the morning of the fourth',
  arabic: 'بلغ المقياس أربعين سنتيمترًا صباح الرابع من الشهر',
}

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${OUTSIDE.title}</title><meta name="author" content="Rana Haddad"><meta property="og:site_name" content="River Office"></head>
<body><main><h1>${OUTSIDE.title}</h1><p>The office reads the north gauge twice a day and writes down what it finds, also on holidays and in storms.</p><p>${OUTSIDE.quote}, lower than in any year since the readings began.</p><p lang="ar" dir="rtl">${OUTSIDE.arabic}، وهو أدنى ما سُجّل.</p></main></body></html>`

/** A site of one page, whatever its path. */
export async function openSite(): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((_request, answer) => void answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  }
}
