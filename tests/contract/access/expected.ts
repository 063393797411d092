/**
 * Who may do what, written by hand from DESIGN section 5: never derived from the code that it judges. Two columns a
 * person, in the order of the head line. What stands in a cell:
 *
 *   Y  done, and its effect seen        -  refused (401, 403, 404, or an empty list), and nothing changed
 *   x  not now (409 or 422): this person may, but the document's state doesn't allow it; nothing changed
 *
 * People: `anon` is signed out, `none` has an account without roles; every other has the one role. None of them wrote
 * the documents, except where the state says so: "own" is `cont`'s draft, "once submitted" is `cont`'s too.
 */
export const PEOPLE = ['anon', 'none', 'cont', 'edit', 'srcs', 'care', 'copy', 'legl', 'publ', 'admn'] as const
export type Who = (typeof PEOPLE)[number]

/** Articles, and with them what all texts have in common. */
const TEXTS = `
                                 anon none cont edit srcs care copy legl publ admn
create                             -    -    Y    Y    -    -    -    -    Y    -

read          draft                -    -    -    Y    Y    Y    Y    Y    Y    Y
list          draft                -    -    -    Y    Y    Y    Y    Y    Y    Y
count         draft                -    -    -    Y    Y    Y    Y    Y    Y    Y
versions      draft                -    -    -    Y    Y    Y    Y    Y    Y    Y
version       draft                -    -    -    Y    Y    Y    Y    Y    Y    Y
review        draft                -    -    -    Y    Y    Y    Y    Y    Y    Y
read          own                  -    -    Y    Y    Y    Y    Y    Y    Y    Y
list          own                  -    -    Y    Y    Y    Y    Y    Y    Y    Y
count         own                  -    -    Y    Y    Y    Y    Y    Y    Y    Y
versions      own                  -    -    Y    Y    Y    Y    Y    Y    Y    Y
version       own                  -    -    Y    Y    Y    Y    Y    Y    Y    Y
review        own                  -    -    Y    Y    Y    Y    Y    Y    Y    Y
read          live                 -    -    -    Y    Y    Y    Y    Y    Y    Y
versions      live                 -    -    -    Y    Y    Y    Y    Y    Y    Y
read          withdrawn            -    -    -    Y    Y    Y    Y    Y    Y    Y
versions      withdrawn            -    -    -    Y    Y    Y    Y    Y    Y    Y
list-trashed  trashed              -    -    -    Y    Y    Y    Y    Y    Y    Y

update        draft                -    -    -    Y    -    -    -    -    Y    -
bulk-update   draft                -    -    -    Y    -    -    -    -    Y    -
restore       draft                -    -    -    Y    -    -    -    -    Y    -
duplicate     draft                -    -    -    Y    -    -    -    -    Y    -
update        own                  -    -    Y    Y    -    -    -    -    Y    -
bulk-update   own                  -    -    Y    Y    -    -    -    -    Y    -
restore       own                  -    -    Y    Y    -    -    -    -    Y    -
duplicate     own                  -    -    Y    Y    -    -    -    -    Y    -
update        live                 -    -    -    Y    -    -    -    -    Y    -
update        withdrawn            -    -    -    Y    -    -    -    -    Y    -

trash         draft                -    -    -    Y    -    -    -    -    Y    -
trash         own                  -    -    Y    Y    -    -    -    -    Y    -
trash         once-submitted       -    -    -    Y    -    -    -    -    Y    -
trash         live                 -    -    -    -    -    -    -    -    -    -
trash         withdrawn            -    -    -    -    -    -    -    -    -    -
untrash       trashed              -    -    -    Y    -    -    -    -    Y    -
delete        draft                -    -    -    Y    -    -    -    -    Y    -
delete        own                  -    -    Y    Y    -    -    -    -    Y    -
delete        once-submitted       -    -    -    Y    -    -    -    -    Y    -
delete        live                 -    -    -    -    -    -    -    -    -    -
delete        withdrawn            -    -    -    -    -    -    -    -    -    -
bulk-delete   draft                -    -    -    Y    -    -    -    -    Y    -
bulk-delete   live                 -    -    -    -    -    -    -    -    -    -

submit        draft                -    -    -    Y    -    -    -    -    Y    -
submit        own                  -    -    Y    Y    -    -    -    -    Y    -
submit        in-review            -    -    -    x    -    -    -    -    x    -
cancel        in-review            -    -    -    Y    -    -    -    -    Y    -
cancel        draft                -    -    -    x    -    -    -    -    x    -
sign-approval checked              -    -    -    -    -    -    -    -    Y    -
publish       draft                -    -    -    -    -    -    -    -    x    -
publish       in-review            -    -    -    -    -    -    -    -    x    -
publish       approved             -    -    -    -    -    -    -    -    Y    -
withdraw      draft                -    -    -    -    -    -    -    -    x    -
withdraw      live                 -    -    -    -    -    -    -    -    Y    -
withdraw      withdrawn            -    -    -    -    -    -    -    -    x    -
`

/** What differs by workflow. A slot's holder may edit, in a run, only what the slot is about. */
const ARTICLE_SLOTS = `
                                 anon none cont edit srcs care copy legl publ admn
sign-sources  in-review            -    -    -    -    Y    -    -    -    -    -
sign-care     in-review            -    -    -    -    -    Y    -    -    -    -
sign-copy     in-review            -    -    -    -    -    -    Y    -    -    -
sign-legal    names-people         -    -    -    -    -    -    -    Y    -    -
sign-approval in-review            -    -    -    -    -    -    -    -    x    -
ask           in-review            -    -    -    -    Y    Y    Y    -    -    -
ask           names-people         -    -    -    -    Y    Y    Y    Y    -    -
ask           draft                -    -    -    x    x    x    x    x    x    x
ask           checked              -    -    -    -    Y    Y    Y    -    Y    -
update        in-review            -    -    -    Y    -    -    -    -    Y    -
edit-warnings in-review            -    -    -    Y    -    Y    -    -    Y    -
edit-warnings draft                -    -    -    Y    -    -    -    -    Y    -
edit-wording  in-review            -    -    -    Y    -    -    Y    -    Y    -
edit-wording  draft                -    -    -    Y    -    -    -    -    Y    -
edit-citation in-review            -    -    -    Y    Y    -    -    -    Y    -
edit-citation draft                -    -    -    Y    -    -    -    -    Y    -

checks        draft                -    -    -    Y    Y    Y    Y    Y    Y    Y
checks        own                  -    -    Y    Y    Y    Y    Y    Y    Y    Y
checks        live                 -    -    -    Y    Y    Y    Y    Y    Y    Y
check         draft                -    -    -    -    Y    -    -    -    -    -
check         own                  -    -    -    -    Y    -    -    -    -    -
check         in-review            -    -    -    -    Y    -    -    -    -    -
check         approved             -    -    -    -    Y    -    -    -    -    -
check         live                 -    -    -    -    Y    -    -    -    -    -
check         trashed              -    -    -    -    x    -    -    -    -    -
patch-cited   draft                -    -    -    Y    -    -    -    -    Y    -
patch-cited   own                  -    -    Y    Y    -    -    -    -    Y    -
patch-cited   in-review            -    -    -    Y    Y    -    -    -    Y    -
patch-cited   live                 -    -    -    Y    -    -    -    -    Y    -
`

const POST_SLOTS = `
                                 anon none cont edit srcs care copy legl publ admn
sign-care     in-review            -    -    -    -    -    Y    -    -    -    -
sign-approval in-review            -    -    -    -    -    -    -    -    x    -
ask           in-review            -    -    -    -    -    Y    -    -    -    -
update        in-review            -    -    -    Y    -    -    -    -    Y    -
edit-warnings in-review            -    -    -    Y    -    Y    -    -    Y    -
edit-wording  in-review            -    -    -    Y    -    -    -    -    Y    -
`

/** Topics, people, series, campaigns, pages: everybody on the desk reads them, editors edit, publishers publish. */
const SHARED = `
                                 anon none cont edit srcs care copy legl publ admn
create                             -    -    -    Y    -    -    -    -    Y    -

read          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
list          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
count         draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
versions      draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
version       draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
review        draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y

update        draft                -    -    -    Y    -    -    -    -    Y    -
bulk-update   draft                -    -    -    Y    -    -    -    -    Y    -
restore       draft                -    -    -    Y    -    -    -    -    Y    -
duplicate     draft                -    -    -    Y    -    -    -    -    Y    -
update        in-review            -    -    -    Y    -    -    -    -    Y    -
update        live                 -    -    -    Y    -    -    -    -    Y    -

trash         draft                -    -    -    Y    -    -    -    -    Y    -
trash         live                 -    -    -    -    -    -    -    -    -    -
untrash       trashed              -    -    -    Y    -    -    -    -    Y    -
delete        draft                -    -    -    Y    -    -    -    -    Y    -
delete        live                 -    -    -    -    -    -    -    -    -    -
bulk-delete   draft                -    -    -    Y    -    -    -    -    Y    -
bulk-delete   live                 -    -    -    -    -    -    -    -    -    -

submit        draft                -    -    -    Y    -    -    -    -    Y    -
cancel        in-review            -    -    -    Y    -    -    -    -    Y    -
sign-approval in-review            -    -    -    -    -    -    -    -    Y    -
ask           in-review            -    -    -    -    -    -    -    -    Y    -
publish       draft                -    -    -    -    -    -    -    -    x    -
publish       approved             -    -    -    -    -    -    -    -    Y    -
withdraw      live                 -    -    -    -    -    -    -    -    Y    -
`

/**
 * Sources. "private" is of somebody else and granted to nobody; "private-granted" to everybody in the table (which only
 * counts for sources and publishers); "private-own" was made by `edit`.
 */
const SOURCES = `
                                 anon none cont edit srcs care copy legl publ admn
create                             -    -    Y    Y    Y    -    -    -    Y    -
create-private                     -    -    x    Y    Y    -    -    -    Y    -

read          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
list          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
count         draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
versions      draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
version       draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
review        draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
read          private              -    -    -    -    -    -    -    -    -    -
list          private              -    -    -    -    -    -    -    -    -    -
count         private              -    -    -    -    -    -    -    -    -    -
versions      private              -    -    -    -    -    -    -    -    -    -
version       private              -    -    -    -    -    -    -    -    -    -
review        private              -    -    -    -    -    -    -    -    -    -
read          private-granted      -    -    -    -    Y    -    -    -    Y    -
list          private-granted      -    -    -    -    Y    -    -    -    Y    -
count         private-granted      -    -    -    -    Y    -    -    -    Y    -
versions      private-granted      -    -    -    -    Y    -    -    -    Y    -
version       private-granted      -    -    -    -    Y    -    -    -    Y    -
review        private-granted      -    -    -    -    Y    -    -    -    Y    -
read          private-own          -    -    -    Y    -    -    -    -    -    -
list          private-own          -    -    -    Y    -    -    -    -    -    -
versions      private-own          -    -    -    Y    -    -    -    -    -    -
read          once-private         -    -    Y    Y    Y    Y    Y    Y    Y    Y
version       once-private         -    -    -    -    -    -    -    -    -    -
version       now-private          -    -    -    -    -    -    -    -    -    -
versions      now-private          -    -    -    -    -    -    -    -    -    -

update        draft                -    -    Y    Y    Y    -    -    -    Y    -
bulk-update   draft                -    -    Y    Y    Y    -    -    -    Y    -
restore       draft                -    -    Y    Y    Y    -    -    -    Y    -
duplicate     draft                -    -    Y    Y    Y    -    -    -    Y    -
update        private              -    -    -    -    -    -    -    -    -    -
bulk-update   private              -    -    -    -    -    -    -    -    -    -
restore       private              -    -    -    -    -    -    -    -    -    -
duplicate     private              -    -    -    -    -    -    -    -    -    -
update        private-granted      -    -    -    -    Y    -    -    -    Y    -
duplicate     private-granted      -    -    -    -    Y    -    -    -    Y    -
update        private-own          -    -    -    Y    -    -    -    -    -    -
make-private  draft                -    -    x    x    Y    -    -    -    Y    -

trash         draft                -    -    -    Y    Y    -    -    -    Y    -
trash         private              -    -    -    -    -    -    -    -    -    -
trash         live                 -    -    -    -    -    -    -    -    -    -
delete        draft                -    -    -    Y    Y    -    -    -    Y    -
delete        private              -    -    -    -    -    -    -    -    -    -
bulk-delete   private              -    -    -    -    -    -    -    -    -    -
delete        live                 -    -    -    -    -    -    -    -    -    -

submit        draft                -    -    -    Y    Y    -    -    -    Y    -
submit        private              -    -    -    -    -    -    -    -    -    -
sign-sources  in-review            -    -    -    -    Y    -    -    -    -    -
sign-approval checked              -    -    -    -    -    -    -    -    Y    -
cancel        in-review            -    -    -    Y    Y    -    -    -    Y    -
publish       draft                -    -    -    -    -    -    -    -    x    -
publish       approved             -    -    -    -    -    -    -    -    Y    -
withdraw      live                 -    -    -    -    -    -    -    -    Y    -
`

/**
 * What is kept and said of sources beside them. "copied" has a copy that is for editors alone, "twin" another record of the same work, and
 * "merged" was merged into that. A copy of a private source is read by those alone who may read the source.
 */
const KEPT_OF_SOURCES = `
                                 anon none cont edit srcs care copy legl publ admn
list-copies       copied           -    -    Y    Y    Y    Y    Y    Y    Y    Y
read-copy         copied           -    -    Y    Y    Y    Y    Y    Y    Y    Y
ask-copy          linked           -    -    Y    Y    Y    -    -    -    Y    -
upload-copy       draft            -    -    Y    Y    Y    -    -    -    Y    -
revoke-copy       copied           -    -    -    -    Y    -    -    -    Y    -
list-copies       copied-private   -    -    -    -    -    -    -    -    -    -
read-copy         copied-private   -    -    -    -    -    -    -    -    -    -
upload-copy       private          -    -    -    -    -    -    -    -    -    -
revoke-copy       copied-private   -    -    -    -    -    -    -    -    -    -
list-copies       copied-granted   -    -    -    -    Y    -    -    -    Y    -
read-copy         copied-granted   -    -    -    -    Y    -    -    -    Y    -
upload-copy       private-granted  -    -    -    -    Y    -    -    -    Y    -
revoke-copy       copied-granted   -    -    -    -    Y    -    -    -    Y    -

read-link         draft            -    -    Y    Y    Y    Y    Y    Y    Y    Y
lock-link         draft            -    -    -    -    Y    -    -    -    Y    -
read-link         private          -    -    -    -    -    -    -    -    -    -
lock-link         private          -    -    -    -    -    -    -    -    -    -
lock-link         private-granted  -    -    -    -    Y    -    -    -    Y    -

read-verification draft            -    -    Y    Y    Y    Y    Y    Y    Y    Y
verify            draft            -    -    -    -    Y    -    -    -    -    -
read-verification private          -    -    -    -    -    -    -    -    -    -
verify            private          -    -    -    -    -    -    -    -    -    -
verify            private-granted  -    -    -    -    Y    -    -    -    -    -

merge             twin             -    -    Y    Y    Y    -    -    -    Y    -
unmerge           merged           -    -    -    -    -    -    -    -    Y    Y
`

/** The warning vocabulary: no drafts, no review; a term stays for ever, as texts that are public rest on it. */
const VOCABULARY = `
                                 anon none cont edit srcs care copy legl publ admn
create                             -    -    -    -    -    Y    -    -    -    Y
read          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
list          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
count         draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
update        draft                -    -    -    -    -    Y    -    -    -    Y
bulk-update   draft                -    -    -    -    -    Y    -    -    -    Y
delete        draft                -    -    -    -    -    -    -    -    -    -
bulk-delete   draft                -    -    -    -    -    -    -    -    -    -
`

const SETTINGS = `
                                 anon none cont edit srcs care copy legl publ admn
read-global                        -    -    Y    Y    Y    Y    Y    Y    Y    Y
update-global                      -    -    -    -    -    -    -    -    -    Y
`

/** Images. Contributors need them for their drafts; care sees to them in review. */
const MEDIA = `
                                 anon none cont edit srcs care copy legl publ admn
create                             -    -    Y    Y    -    Y    -    -    Y    -
read          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
list          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
count         draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
file          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
update        draft                -    -    -    Y    -    Y    -    -    Y    -
update        own                  -    -    Y    Y    -    Y    -    -    Y    -
bulk-update   draft                -    -    -    Y    -    Y    -    -    Y    -
delete        draft                -    -    -    Y    -    -    -    -    Y    -
delete        own                  -    -    -    Y    -    -    -    -    Y    -
bulk-delete   draft                -    -    -    Y    -    -    -    -    Y    -
`

/** Accounts. "self" is the account of whoever asks; "draft" that of a colleague. */
const USERS = `
                                 anon none cont edit srcs care copy legl publ admn
create                             -    -    -    -    -    -    -    -    -    Y
read          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
list          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
count         draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
update        draft                -    -    -    -    -    -    -    -    -    Y
bulk-update   draft                -    -    -    -    -    -    -    -    -    Y
update        self                 -    -    Y    Y    Y    Y    Y    Y    Y    Y
take-roles    self                 -    -    -    -    -    -    -    -    -    Y
give-roles    draft                -    -    -    -    -    -    -    -    -    Y
see-email     draft                -    -    -    -    -    -    -    -    -    Y
find-by-email draft                -    -    -    -    -    -    -    -    -    Y
set-password  draft                -    -    -    -    -    -    -    -    -    Y
unlock        draft                -    -    -    -    -    -    -    -    -    Y
delete        draft                -    -    -    -    -    -    -    -    -    Y
bulk-delete   draft                -    -    -    -    -    -    -    -    -    Y
`

/** The record: read on the desk, written by publishing alone. */
const PUBLICATIONS = `
                                 anon none cont edit srcs care copy legl publ admn
create                             -    -    -    -    -    -    -    -    -    -
read          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
list          draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
count         draft                -    -    Y    Y    Y    Y    Y    Y    Y    Y
update        draft                -    -    -    -    -    -    -    -    -    -
bulk-update   draft                -    -    -    -    -    -    -    -    -    -
delete        draft                -    -    -    -    -    -    -    -    -    -
bulk-delete   draft                -    -    -    -    -    -    -    -    -    -
`

/** What Payload keeps for itself: nobody who is signed out gets anything of it, or writes. */
const INTERNAL = `
                                 anon
list-all                           -
create                             -
bulk-delete                        -
`

/** The rows of every collection and global. One that isn't here fails the test "has rows for every collection". */
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  articles: [TEXTS, ARTICLE_SLOTS],
  'social-posts': [TEXTS, POST_SLOTS],
  exchanges: [TEXTS, POST_SLOTS],
  pages: [SHARED],
  campaigns: [SHARED],
  topics: [SHARED],
  series: [SHARED],
  people: [SHARED],
  sources: [SOURCES, KEPT_OF_SOURCES],
  'content-warnings': [VOCABULARY],
  media: [MEDIA],
  publications: [PUBLICATIONS],
  users: [USERS],
  'site-settings': [SETTINGS],
  'payload-kv': [INTERNAL],
  'payload-migrations': [INTERNAL],
  'payload-locked-documents': [INTERNAL],
  'payload-preferences': [INTERNAL],
}

/** A row of the table: what is done, to a document in which state, and what each person should get. */
export type ExpectedRow = { verb: string; state: string; cells: readonly { who: Who; answer: string }[] }

/** The rows of a collection, read off its tables. Throws on a line that isn't a row. */
export function rowsOf(collection: string): ExpectedRow[] {
  return (EXPECTED[collection] ?? []).flatMap((table) => {
    const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '')
    const people = head.trim().split(/\s+/) as Who[]
    return lines.map((line): ExpectedRow => {
      const words = line.trim().split(/\s+/)
      const answers = words.slice(-people.length)
      const [verb = '', state = '', ...more] = words.slice(0, -people.length)
      if (verb === '' || more.length > 0 || answers.some((answer) => !['Y', '-', 'x'].includes(answer))) throw new Error(`Not a row of the table: ${line}`)
      return { verb, state, cells: people.map((who, index) => ({ who, answer: answers[index] ?? '' })) }
    })
  })
}
