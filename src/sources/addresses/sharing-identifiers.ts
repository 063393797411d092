/**
 * Parameters that tell who shared an address, by which campaign it came, or what was clicked, and never what it shows. They go
 * from every link: decoded, they lead to the account of whoever sent it (Instagram's `igsh`, TikTok's `_r`), and a link check
 * would report each reading to it. A name that other sites use for content stands under the hosts where it doesn't.
 */
type Row = { names: RegExp; hosts?: RegExp; why: string }

const SHARING_IDENTIFIERS: Row[] = [
  { names: /^utm_|^(?:mtm|pk|piwik|matomo|hsa|ns|at|wt|oft|vero|fb_action|ga)_/i, why: 'campaign counting; the prefixes are those of the counting programs' },
  { names: /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|rdt_cid|epik|irclickid|srsltid|_openstat)$/i, why: 'one click on one advertiser’s or platform’s link' },
  { names: /^(?:igsh|igshid|ig_rid|ig_mid|share_id|shareid|xmt|mibextid|sfnsn|fb_ref|fb_source|__tn__|__cft__.*|__xts__.*)$/i, why: 'the sharing account or device of Instagram, Threads, Facebook and Reddit' },
  { names: /^(?:mc_cid|mc_eid|_hsenc|_hsmi|hsctatracking|mkt_tok|ml_subscriber.*|_kx|vgo_ee|oly_anon_id|oly_enc_id|ck_subscriber_id|sc_lid|sc_uid|cvid|elq.*|__s|_bta_.*|trk_.*|bsft_.*)$/i, why: 'one recipient of a newsletter' },
  { names: /^(?:_ga|_gl|ref_src|ref_url|cmpid|s_cid|spm|scm|xtor|guccounter|guce_.*|ito|icid|ncid|intcmp|awc)$/i, why: 'where the reader came from' },
  { names: /^CMP$/, why: 'campaign counting of the Guardian and others; in small letters it may be anything' },
  { hosts: /(^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/, names: /^(?:si|feature|pp|ab_channel|app|kw|attr_tag|gclid|embeds_referring_.*|source_ve_path)$/, why: '`si` is the sharing account; elsewhere `si` and `feature` are content' },
  { hosts: /(^|\.)(?:spotify\.com|threads\.net|threads\.com|soundcloud\.com)$/, names: /^(?:si|nd|context|igshid|in|_branch_.*)$/, why: '`si` is the sharing account' },
  { hosts: /(^|\.)(?:x|twitter)\.com$/, names: /^(?:s|t|ref|cxt|lang|cn|refsrc|mx|ref_.*)$/, why: '`s` is the device, `t` the sharing account; elsewhere `s` searches and `t` is a time' },
  { hosts: /(^|\.)(?:facebook\.com|fb\.com|fb\.watch)$/, names: /^(?:hc_ref|rdid|hl|ref|refid|refsrc|share_url|paipv|eav|_rdr|_rdc|_ft_|fref|notif_.*|comment_tracking|locale|wtsid|__.*|idorvanity|acontext)$/, why: 'where in Facebook it was clicked, and by whom' },
  { hosts: /(^|\.)instagram\.com$/, names: /^(?:hl|ref|__.*|saved-by|next|stkr)$/, why: 'language, account and referrer; `img_index` says which picture and stays' },
  { hosts: /(^|\.)tiktok\.com$/, names: /^(?:_r|_t|_d|u_code|is_from_webapp|sender_device|sender_web_id|web_id|share_.*|sec_uid|sec_user_id|user_id|preview_pb|tt_from|timestamp|checksum|source|refer|referer_.*|social_share.*|ug_.*|enter_.*|language|lang|is_copy_url|embed_source|ugbiz_name|utm.*)$/, why: '`u_code` and `_r` decode to the sharing account; `source` or `lang` elsewhere may be content' },
  { hosts: /(^|\.)(?:reddit\.com|redd\.it)$/, names: /^(?:rdt|ref|ref_.*|share_.*|\$.*|correlation_id|post_fullname|post_index)$/, why: 'share ids of its apps' },
  { hosts: /(^|\.)linkedin\.com$/, names: /^(?:rcm|trk|trackingid|lipi|lici|midtoken|midsig|mcid|originalsubdomain|ref|refid|eid|otptoken|li_.*)$/i, why: '`rcm` is the sharing member' },
  { hosts: /(^|\.)(?:t\.me|telegram\.me|telegram\.dog)$/, names: /^(?:start|startapp|startgroup|embed|mode|userpic|single|tme_mode)$/, why: '`start` holds referral codes; the others are ways of showing; `comment` and `thread` are content' },
  { hosts: /(^|\.)bsky\.app$/, names: /^(?:ref_.*|ref)$/, why: 'where it was embedded' },
  { hosts: /(^|\.)google\.[a-z.]+$/, names: /^(?:ved|ei|usg|sa|sxsrf|gs_l.*|aqs|sourceid|oq|usp|rlz|uact|sca_esv)$/, why: 'one search of one person; `usp` is how a document was shared' },
  { hosts: /(^|\.)amazon\.[a-z.]+$/, names: /^(?:ref|ref_|tag|qid|sr|crid|sprefix|psc|dib.*|pd_rd_.*|pf_rd_.*|linkcode|linkid|camp|creative.*|_encoding)$/i, why: 'affiliates and searches' },
  { hosts: /(^|\.)nytimes\.com$/, names: /^(?:smid|smtyp|partner|emc|referringsource|unlocked_article_code|ugrp|pgtype|action|module)$/i, why: 'a gift link holds the giver’s subscription' },
  { hosts: /(^|\.)(?:washingtonpost|bloomberg|wsj|ft|thetimes|economist|theatlantic|haaretz)\.(?:com|co\.uk)$/, names: /^(?:pwapi_token|accesstoken|leadsource|sref|st|reflink|mod|sharetoken|sharetype|share-.*|giftid|gift|gaa_.*|itid|srnd|segmentid|desktop.*|ftag)$/i, why: 'gift links and referrers of subscribers' },
  { hosts: /(^|\.)(?:medium|substack)\.com$/, names: /^(?:source|sk|r|s|isfreemail|publication_id|post_id|triedredirect|token|showwelcomeonshare|utm.*)$/i, why: '`r` and `sk` are the sharing account' },
  { hosts: /(^|\.)(?:bbc\.co\.uk|bbc\.com)$/, names: /^(?:ocid|xtor|at_.*|ns_.*|intlink_.*|pinned_post_.*)$/, why: 'where it was placed' },
  { hosts: /(^|\.)aljazeera\.(?:com|net)$/, names: /^(?:traffic_source|sf\d+|gb)$/, why: 'where it was placed' },
  { hosts: /(^|\.)(?:msn\.com|yahoo\.com|cnn\.com|reuters\.com|dw\.com)$/, names: /^(?:ocid|cvid|ei|maca|taid|edition|sf\d+|soc_.*|tsrc|\.tsrc)$/, why: 'where it was placed' },
]

/** Takes away the identifiers of whoever shared an address; changes `url`, and returns their names as they stood. */
export function stripSharingIdentifiers(url: URL): string[] {
  const rows = SHARING_IDENTIFIERS.filter(({ hosts }) => hosts === undefined || hosts.test(url.hostname))
  const stripped = [...new Set(url.searchParams.keys())].filter((name) => rows.some(({ names }) => names.test(name)))
  for (const name of stripped) url.searchParams.delete(name)
  if (url.searchParams.size === 0) url.search = ''
  return stripped
}
