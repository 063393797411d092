/**
 * Reads an export of as many megabytes as the first argument says, made while it is read, and prints as JSON what came of
 * it and the most memory that this process ever held, in megabytes. Run as a process of its own, so that nothing else counts.
 */
import { BrokenExport } from '@/import/broken-export'
import { createSiteIndex } from '@/import/plan/site-index'
import { readWxr } from '@/import/wxr/parse'
import { WXR_LIMITS } from '@/import/wxr/types'
import { itemXml, WXR_HEAD, WXR_TAIL } from './wxr'

const MEGABYTE = 1024 * 1024
const [, , size = '1', shape = 'items'] = process.argv

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(WXR_HEAD)
  const wanted = Number(size) * MEGABYTE
  if (shape === 'one') yield Buffer.from('<item><content:encoded><![CDATA[')
  for (let id = 1, sent = 0; sent < wanted; id += 1) {
    const chunk = Buffer.from(shape === 'one' ? 'x'.repeat(64 * 1024) : itemXml({ id, content: `<p>${'Many words. '.repeat(5_000)}</p>` }))
    sent += chunk.length
    yield chunk
  }
  yield Buffer.from(shape === 'one' ? ']]></content:encoded></item>' : WXR_TAIL)
}

const index = createSiteIndex()
const outcome = await (async () => {
  try {
    for await (const event of readWxr(bytes(), { ...WXR_LIMITS, fileBytes: 300 * MEGABYTE })) index.add(event)
    return `${index.finish().posts.size} posts`
  } catch (error) {
    return error instanceof BrokenExport ? error.message : String(error)
  }
})()
process.stdout.write(JSON.stringify({ outcome, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
