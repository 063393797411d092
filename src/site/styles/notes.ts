/** Marks, notes, the glances at them, and the margin in which wide screens print what a mark refers to. */
export const notes = `
.ref{font: 600 .7em/1 var(--sans);vertical-align: .45em;padding: .6em .55em;margin-inline: -.4em;color: var(--accent);text-decoration: none;white-space: nowrap}
.ref:hover{text-decoration: underline}
/* A word joiner: no mark stands alone at the start of a line. */
.ref::before{content: '\\2060'}
.cited{white-space: nowrap}
.look,.peek{display: none}
@supports selector(:popover-open){
  .look{display: inline-block;border: 0;background: none;color: var(--accent);padding: 0;width: 1.5rem;min-height: 1.5rem;margin: -.5rem -.25rem;vertical-align: .15em;font: .75rem/1 var(--sans)}
  .look::before{content: '\\25be'}
  .peek:popover-open{display: block}
}
.peek{inset: auto 0 0;margin: 0 auto;width: auto;max-width: 34rem;max-height: 60vh;border: 1px solid;border-block-start: .3rem solid var(--accent);background: var(--paper);color: var(--ink);padding: .8rem 1.25rem;font-size: 1rem;line-height: 1.5}
html:lang(ar) .peek{line-height: 1.85}
.peek p+p{margin-block-start: .4rem}
@media (min-width:48rem){
  @supports (position-area:block-end){
    .peek{inset: auto;margin: .3rem 0;width: 26rem;position-area: block-end span-all;position-try-fallbacks: flip-block}
  }
}
q a{text-decoration-color: var(--hair)}

.notes{border-block-start: 4px solid;padding-block-start: .9rem;font-size: 1rem;line-height: 1.55}
.slip .notes{border-block-start: 1px solid var(--hair)}
html:lang(ar) .notes{line-height: 1.85}
.notes li{padding-block: .4rem}
.own-labels,.notes .labelled{list-style: none}
.notes .own-labels{padding: 0}
.use{display: block}
.labelled .use{display: inline}
.ways{white-space: normal}
.ways a{display: inline-block;min-height: 1.5rem}
li .ways{display: block}
.ways>*{margin-inline-end: .75rem}
.back{display: inline-block;min-width: 1.5rem;min-height: 1.5rem;text-align: center;color: var(--accent);text-decoration: none;font-family: var(--sans)}
.exports{margin-block-start: .9rem}
.exports a{display: inline-block;min-height: 1.5rem}
.titles .places{padding: 0;list-style: none;font-size: .95rem}
.titles .places li{border: 0;padding: .15rem 0 0}
.copied{max-width: 40rem;border-inline-start: 4px solid var(--hair);padding-inline-start: 1.25rem;margin-block-start: 2rem;white-space: pre-line}
.copied p+p{margin-block-start: 1em}
.kinds a{display: inline-block;min-height: 1.5rem}
.register section{max-width: 50rem;margin-block-start: 2rem}
.filed code{overflow-wrap: anywhere}

@media screen and (min-width:75rem){
  .text-page .body .ref::after{content: attr(aria-label);float: inline-end;clear: inline-end;width: 13rem;margin-inline-end: -14.75rem;margin-block-end: .6rem;font: .8125rem/1.45 var(--sans);color: var(--soft);white-space: normal}
  html:lang(ar) .body .ref::after{line-height: 1.75}
  .body .ref:hover::after{color: var(--accent)}
  .body :is(.table,.statement,.slip) .ref::after{content: none}
  .body details.passage .ref::after{margin-inline-end: -15.9rem}
  .body>figure:not(.slip,.statement,.covered){clear: inline-end}
  /* Chromium places the floats of one line in the order in which their marks are seen from left to right: from right to left, the last first. There each hangs below the one before it in the text. */
  @supports (anchor-scope:--mark){
    [dir=rtl] .text-page .body{position: relative}
    [dir=rtl] .text-page .body .ref{anchor-name: --mark;anchor-scope: --mark}
    [dir=rtl] .text-page .body .ref::after{float: none;position: absolute;inset-inline-end: -14.75rem;inset-block-start: max(anchor(--mark top),anchor(--sidenote bottom,0px) + .6rem);margin: 0;anchor-name: --sidenote}
    [dir=rtl] .text-page .body>figure:not(.slip,.statement,.covered){position: static;anchor-name: --mark;anchor-scope: --mark}
    [dir=rtl] .text-page .body>figure:not(.slip,.statement,.covered)>figcaption{inset-block-start: max(anchor(--mark top),anchor(--sidenote bottom,0px) + .6rem);anchor-name: --sidenote}
  }
}
`
