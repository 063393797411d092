import { extract, type ExtractAsk } from '../src/captures/extract/extract'

// Whoever started this reader kills it when it takes too long; without its parent there is nobody to read for.
process.on('disconnect', () => process.exit(0))
process.on('message', (ask) => {
  void extract(ask as ExtractAsk).then((extracted) => process.send?.(extracted))
})
