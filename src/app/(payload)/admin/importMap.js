import { ReviewPanel as ReviewPanel_88ca964a05dca145774f6fabf6a78d99 } from '../../../desk/review/panel'
import { StateCell as StateCell_30738db7268bd9595bfe45fda30bd0ec } from '../../../desk/review/state-cell'
import { CitingField as CitingField_45d0530ca57834cfc69e2dd87f5f783d } from '../../../desk/citing/citing-field'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CitingFeature as CitingFeature_b5992de17a181b0506e8c6a24751a2a4 } from '../../../desk/citing/feature'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ToPanel as ToPanel_104d88e3907251e2d07860bc0fe14f3e } from '../../../desk/review/to-panel'
import { Nothing as Nothing_9bd4eabf303f80c20bc47d1dd48eb861 } from '../../../desk/review/nothing'
import { ChangesView as ChangesView_f3094863a55d4a107e7ba3f3b91ec756 } from '../../../desk/changes/changes-view'
import { MergeSource as MergeSource_04ea7d5d3a9a365a71ca826606ff7ccb } from '../../../desk/sources/merge'
import { SourceStanding as SourceStanding_566a2d06e2f75471d6f443889806c787 } from '../../../desk/sources/standing'
import { InboxBell as InboxBell_a61e15215177a7be7480f0ef355448e2 } from '../../../desk/inbox/inbox-bell'
import { NavLinks as NavLinks_a152f1426a5c052c06986704086af699 } from '../../../desk/nav-links'
import { ClearOnLogout as ClearOnLogout_3d2b0e6e47548e81cf9c8e8604fd8942 } from '../../../desk/together/clear-on-logout'
import { FirstPage as FirstPage_2fdda5613118e189fc83d96ea8722a74 } from '../../../desk/first-page'
import { ReleasesPage as ReleasesPage_4c6631c975a7938b32d8429011604e5b } from '../../../desk/releases/releases-page'
import { WorkflowsPage as WorkflowsPage_594fd572ba3775dad6d58bbd3474c4c0 } from '../../../desk/workflows/workflows-page'
import { BoardPage as BoardPage_79604c7eacce208d1c48e928fad9ba3f } from '../../../desk/board/board-page'
import { CalendarPage as CalendarPage_a98cd1d88561275156ecbed2e85aedd4 } from '../../../desk/calendar/calendar-page'
import { ImpactPage as ImpactPage_29392bc00546646a461364a9dd824e10 } from '../../../desk/impact/impact-page'
import { CheckingPage as CheckingPage_c9c4f063290c6a7325e0732589124145 } from '../../../desk/checking/checking-page'
import { InboxPage as InboxPage_7ff9d8b5e7426974195544eb4acd9c2f } from '../../../desk/inbox/inbox-page'
import { NoAccounts as NoAccounts_9dca09ca0d448fb69bbae001f8cac762 } from '../../../desk/no-accounts'
import { LogPage as LogPage_d7330fd3f147509162b9b77846b4a3e4 } from '../../../desk/log/log-page'
import { RedactPage as RedactPage_e8822eee672b7f8c6886c793de13dc4d } from '../../../desk/redact/redact-page'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/desk/review/panel#ReviewPanel": ReviewPanel_88ca964a05dca145774f6fabf6a78d99,
  "/desk/review/state-cell#StateCell": StateCell_30738db7268bd9595bfe45fda30bd0ec,
  "/desk/citing/citing-field#CitingField": CitingField_45d0530ca57834cfc69e2dd87f5f783d,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/desk/citing/feature#CitingFeature": CitingFeature_b5992de17a181b0506e8c6a24751a2a4,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/desk/review/to-panel#ToPanel": ToPanel_104d88e3907251e2d07860bc0fe14f3e,
  "/desk/review/nothing#Nothing": Nothing_9bd4eabf303f80c20bc47d1dd48eb861,
  "/desk/changes/changes-view#ChangesView": ChangesView_f3094863a55d4a107e7ba3f3b91ec756,
  "/desk/sources/merge#MergeSource": MergeSource_04ea7d5d3a9a365a71ca826606ff7ccb,
  "/desk/sources/standing#SourceStanding": SourceStanding_566a2d06e2f75471d6f443889806c787,
  "/desk/inbox/inbox-bell#InboxBell": InboxBell_a61e15215177a7be7480f0ef355448e2,
  "/desk/nav-links#NavLinks": NavLinks_a152f1426a5c052c06986704086af699,
  "/desk/together/clear-on-logout#ClearOnLogout": ClearOnLogout_3d2b0e6e47548e81cf9c8e8604fd8942,
  "/desk/first-page#FirstPage": FirstPage_2fdda5613118e189fc83d96ea8722a74,
  "/desk/releases/releases-page#ReleasesPage": ReleasesPage_4c6631c975a7938b32d8429011604e5b,
  "/desk/workflows/workflows-page#WorkflowsPage": WorkflowsPage_594fd572ba3775dad6d58bbd3474c4c0,
  "/desk/board/board-page#BoardPage": BoardPage_79604c7eacce208d1c48e928fad9ba3f,
  "/desk/calendar/calendar-page#CalendarPage": CalendarPage_a98cd1d88561275156ecbed2e85aedd4,
  "/desk/impact/impact-page#ImpactPage": ImpactPage_29392bc00546646a461364a9dd824e10,
  "/desk/checking/checking-page#CheckingPage": CheckingPage_c9c4f063290c6a7325e0732589124145,
  "/desk/inbox/inbox-page#InboxPage": InboxPage_7ff9d8b5e7426974195544eb4acd9c2f,
  "/desk/no-accounts#NoAccounts": NoAccounts_9dca09ca0d448fb69bbae001f8cac762,
  "/desk/log/log-page#LogPage": LogPage_d7330fd3f147509162b9b77846b4a3e4,
  "/desk/redact/redact-page#RedactPage": RedactPage_e8822eee672b7f8c6886c793de13dc4d,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
