/** On paper: no navigation, black on white, passages open, addresses of sources printed. Covered pictures stay covered. */
export const paper = `
@media print{
  @page{margin: 2cm}
  :root{--paper: #fff;--ink: #000;--soft: #333;--hair: #999;--tint: #f4f4f4;--accent: #000}
  body{font-size: 10.5pt;max-width: none;padding: 0;border-width: 3pt}
  .bar,.skip,.months,.turn,.more,.foot nav,.notice-links,.label a,.show,.back,.big-search,.look,.peek,.exports{display: none!important}
  h1{font-size: 28pt!important}
  h1,h2,h3,h4,.statement figcaption,.label{break-after: avoid}
  figure,tr,.notes li,.notice,.slip{break-inside: avoid}
  .text-page,.campaign>article{display: block}
  .text figure img{max-height: 9cm;width: auto!important}
  details.passage::details-content,.short::details-content{content-visibility: visible;block-size: auto}
  q a{text-decoration: none}
  .ways a::after{content: "<" attr(href) ">";margin-inline-start: .3em;overflow-wrap: anywhere;font-size: .85em;direction: ltr;unicode-bidi: isolate}
  .ways a[href^="/"]::after{content: none}
  .notice-head,.label b,summary b{background: none!important;color: #000}
  .poster{color: #000;background: none;border: 3pt solid}
}
`
