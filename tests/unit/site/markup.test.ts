import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { renderAll } from '../../support/fixtures/newsroom-pages'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // React writes `srcSet` and `dateTime`, which HTML reads like their lower-case forms, and closes void elements.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // An exchange's anchors hold ids of documents, a table's region is one by intention, roles of DPUB-ARIA are not native.
    'valid-id': ['error', { relaxed: true }],
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
  },
})

describe.each(['en', 'ar'] as const)('every page in %s', async (language) => {
  const pages = [...(await renderAll(language))]

  it.each(pages)('%s is valid HTML', async (_name, html) => {
    const report = await validator.validateString(html)
    expect(report.results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message} (${message.selector})`))).toEqual([])
  })

  it.each(pages)('%s holds no script, no inline style, no handler and nothing from elsewhere', (_name, html) => {
    const withoutData = html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
    expect(withoutData).not.toMatch(/<script/i)
    expect(html).not.toMatch(/<[^>]+\s(style|on\w+)=/i)
    expect(html).not.toMatch(/<(iframe|object|embed|form[^>]+action="http|link[^>]+stylesheet[^>]+http)/i)
    expect([...html.matchAll(/\s(?:src|srcset)="([^"]*)"/gi)].flatMap(([, value]) => (value ?? '').split(', ')).filter((address) => !address.startsWith('/media/'))).toEqual([])
  })

  it.each(pages)('%s leads to nothing inside itself that is not there', (_name, html) => {
    const anchors = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
    expect([...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !anchors.has(id))).toEqual([])
  })
})
