import type { CollectionConfig, Field } from 'payload'

/** Beside a document its review, and in lists its state. The components belong to the desk and are named by path. */
const reviewFields: Field[] = [
  { name: 'review', type: 'ui', label: { en: 'Review', ar: 'المراجعة' }, admin: { position: 'sidebar', disableListColumn: false, components: { Field: '/desk/review/panel#ReviewPanel', Cell: '/desk/review/state-cell#StateCell' } } },
  // Payload's own status decides nothing and is shown nowhere. Options are merged with Payload's, so there are none here.
  { name: '_status', type: 'select', options: [], admin: { disableListColumn: true, disableListFilter: true, disableBulkEdit: true, disableGroupBy: true } },
]

const CHANGES: NonNullable<NonNullable<NonNullable<CollectionConfig['admin']>['components']>['views']>['edit'] = {
  changes: { Component: '/desk/changes/changes-view#ChangesView', path: '/changes', tab: { label: ({ t }) => t('desk:changes'), href: '/changes', order: 200 } },
}

const NOTHING = '/desk/review/nothing#Nothing'

/** Gives a reviewed collection its panel, state and preview in the admin, in place of Payload's publishing. */
export function onTheDesk(collection: CollectionConfig): CollectionConfig {
  const { admin = {}, fields } = collection
  const [titleColumn = 'title', ...otherColumns] = admin.defaultColumns ?? []
  return {
    ...collection,
    admin: {
      ...admin,
      defaultColumns: [titleColumn, 'review', ...otherColumns],
      components: {
        ...admin.components,
        views: {
          ...admin.components?.views,
          edit: CHANGES,
        },
        edit: { ...admin.components?.edit, beforeDocumentControls: ['/desk/review/to-panel#ToPanel'], PublishButton: NOTHING, UnpublishButton: NOTHING, Status: NOTHING },
      },
      livePreview: {
        url: ({ data }) => (typeof data.id === 'string' ? `/preview/${collection.slug}/${data.id}` : null),
        breakpoints: [
          { name: 'phone', label: '360', width: 360, height: 740 },
          { name: 'desktop', label: '1280', width: 1280, height: 800 },
        ],
      },
    },
    fields: [...reviewFields.slice(0, 1), ...fields, ...reviewFields.slice(1)],
  }
}
