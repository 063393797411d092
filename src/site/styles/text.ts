/** A text and what belongs to it: byline, body, figures, warnings, posts, statements, corrections. */
export const text = `
.text>*{margin-block-end: 1.75rem}
.body>*+*,.statement blockquote>*+*,.slip blockquote>*+*,.passage>*+*{margin-block-start: 1.1em}
.body :is(h2,h3,h4){margin-block: 2.2em .6em;font-size: 1.2rem}
.body h2,.notes h2,.text>section>h2,.aims h2{font-size: clamp(1.45rem,1.3rem + .7vw,1.8rem)}
.body h3{font-size: 1.3rem}
.body>:is(figure,details,.table,.passage){margin-block: 1.75em}
.body>:first-child{margin-block-start: 0}
.text h2+*{margin-block-start: .7em}
.text :is(ul,ol){padding-inline-start: 1.5em}
.body li+li,.aims li+li{margin-block-start: .35em}
.body ::marker,.notes ::marker{color: var(--accent);font-weight: 700;font-family: var(--sans)}
.byline,.notice,.slip,.text{min-width: 0}
.byline{border-block: 1px solid var(--hair);padding-block: .6rem;margin-block-end: 1.75rem;display: grid;grid-template-columns: minmax(0,1fr);gap: .35rem}
.byline:empty{display: none}
.authors{font-weight: 700}
.filed div+div{margin-block-start: .35rem}
.speakers ul{padding: 0;list-style: none}
:target{background: var(--tint);outline: .35rem solid var(--tint)}

.text blockquote{padding: 0}
.body>blockquote,.passage>blockquote{border-inline-start: 4px solid var(--accent);padding-inline-start: 1.25rem;font-size: 1.3em;line-height: 1.4;margin-block: 1.6em}
:lang(ar) :is(.body,.passage)>blockquote{line-height: 1.8}
.table{overflow-x: auto;border-block: 2px solid}
table{border-collapse: collapse;width: 100%;font-size: 1rem;line-height: 1.45}
:lang(ar) table{line-height: 1.75}
td,th{text-align: start;vertical-align: baseline;padding: .5rem .9rem .5rem 0;border-block-end: 1px solid var(--hair);min-width: 6rem}
[dir=rtl] :is(td,th){padding: .5rem 0 .5rem .9rem}
th{font-size: .9rem}
tr:last-child>*{border: 0}

.text figure picture{display: block}
.text>.lead img,.text figure:not(.slip,.statement) img{width: 100%}
figcaption,.caption{padding-block-start: .5rem}
figcaption span{display: block}
.notice{border: 2px solid;padding: 0 1.25rem 1rem;font-size: 1rem;line-height: 1.55}
.notice-head,.label b,summary b{display: inline-block;background: var(--ink);color: var(--paper);font-weight: 700;font-size: .875rem;line-height: 1.6;padding: .1rem .6rem;border: 1px solid var(--ink)}
.notice-head{margin-inline-start: -1.25rem}
.notice-text{font: 600 1.15rem/1.5 var(--serif);margin-block: .6rem .4rem}
html:lang(ar) :is(.notice,.notice-text,.label,summary){line-height: 1.8}
.notice a,.label a{display: inline-block;min-height: 1.5rem}
.notice-links{display: flex;flex-wrap: wrap;gap: .1rem 1.25rem;font-weight: 600;margin-block-start: .5rem}
.notice-where span{white-space: nowrap}
.short{margin-block: .5rem}
.short p{font: 1.0625rem/1.6 var(--serif);padding-block: .4rem}
html:lang(ar) .short p{line-height: 1.85}
.unchecked,.notice-unchecked{color: var(--soft);font-size: .95rem}
.unchecked{border: 1px dashed;padding: .5rem 1rem}
summary{cursor: pointer;font-size: 1rem;line-height: 1.55}
.short summary{font-weight: 600;padding-block: .1rem}
.label{font-size: 1rem;line-height: 1.55}
.passage{border-inline-start: .3rem solid;padding-inline-start: 1.1rem}
details.passage,.covered{border: 1px solid;padding: 0}
details.passage>summary{background: var(--tint);padding: .75rem 1.1rem}
details.passage[open]{padding-block-end: 1.1rem}
details.passage>:not(summary){margin-inline: 1.1rem}
summary small{white-space: nowrap}
.after{font: .8125rem/1.5 var(--sans);color: var(--soft);border-block-start: 1px solid var(--hair)}
.covered summary{display: grid;gap: .6rem;justify-items: center;align-content: center;text-align: center;min-height: 14rem;padding: 1.5rem;list-style: none;background: repeating-linear-gradient(135deg,var(--tint) 0 .75rem,var(--paper) .75rem 1.5rem)}
.covered summary::-webkit-details-marker{display: none}
.covered summary>*{background: var(--paper);padding: .1rem .6rem}
.covered summary b{background: var(--ink)}
.covered [open] summary{min-height: 0}
.show{font-weight: 700;border: 2px solid;padding: .3rem .9rem!important}
.covered [open] .show{display: none}
.covered .caption{padding: .6rem 1rem}

.slip{border: 1px solid;border-inline-start: .5rem double;padding: 1rem 1.25rem}
.slip.ours{border-inline-start: .5rem solid var(--accent)}
.slip>figcaption{display: flex;flex-wrap: wrap;gap: .1rem .75rem;align-items: baseline;padding: 0 0 .6rem;color: inherit}
.slip .who{flex: 1 1 60%;min-width: 0;font-size: 1rem;display: block}
.slip .voice{font-size: .8125rem;border: 1px solid;padding: 0 .5rem}
.slip .when{flex-basis: 100%;color: var(--soft)}
.slip.large blockquote{font-size: 1.2em}
.slip figure,.slip .notes{margin-block-start: 1rem}
.slip .ways{margin-block-start: .75rem}
.reply-line{margin-block-end: .5rem;color: var(--soft)}
.thread{padding: 0!important;list-style: none}
.thread>li{margin-block-end: 1.75rem}
.depth-1{margin-inline-start: clamp(.75rem,4vw,2.5rem)}
.depth-2{margin-inline-start: clamp(1.25rem,8vw,5rem)}
.depth-3{margin-inline-start: clamp(1.75rem,11vw,7.5rem)}
.comment{font-size: .95rem;line-height: 1.6;border-inline-start: 1px solid var(--hair);padding-inline-start: 1rem;margin-block: .75rem}
.statement,.republished{border-block-start: 4px solid;background: var(--tint);padding: 1.1rem 1.25rem}
.statement>figcaption{color: inherit;font-size: 1rem;padding: 0 0 .75rem}
.statement .notes{border-block-start: 1px solid var(--hair);margin-block-start: 1.1rem;padding-block-start: .6rem}
.republished{font-size: .95rem;line-height: 1.6}
.republished>:first-child{font-size: 1.1rem}
:lang(ar) .republished{line-height: 1.85}

.corrected{border: 1px solid;padding: .9rem 1.25rem;font-size: 1rem}
.text>.corrected h2{font-size: 1rem}
.corrected ul{padding: 0!important;list-style: none}
.corrected li+li{margin-block-start: .6rem}
.retracted{border: 4px solid var(--accent)}

.campaign .poster{max-width: none}
.aims ol{padding-inline-start: 1.4em;font-size: 1.2em;line-height: 1.4}
:lang(ar) .aims ol{line-height: 1.75}
.text nav{font-size: 1rem}
.aims ::marker{color: var(--accent);font-weight: 800}
.aside>section{border-block-start: 4px solid;padding-block: .6rem 1.5rem;font-size: 1rem;line-height: 1.5}
.aside h2{font: 700 1rem/1.5 var(--sans);margin-block-end: .5rem}
.calls ul{padding: 0;list-style: none}
.calls li{margin-block-end: .75rem}
.calls a{font-weight: 700;display: inline-block;min-height: 1.5rem}
.calls small{display: block}
.dates div{margin-block-end: .6rem}
.dates dt{font-weight: 700;color: var(--accent)}
.ended{font-weight: 700;margin-block-start: .75rem}

@media (min-width:60rem){
  .text-page,.campaign>article{display: grid;grid-template-columns: 12rem minmax(0,38rem);column-gap: 2.75rem}
  .campaign>article{grid-template-columns: minmax(0,38rem) minmax(14rem,1fr)}
  .head,.entries{grid-column: 1/-1}
  .byline{align-self: start;border-block-end: 0;border-block-start: 4px solid}
  .text-page>.text{grid-column: 2}
  .text-page>.text>:first-child{margin-block-start: 0}
  .campaign .text{grid-column: 1;grid-row: 2}
  .campaign .aside{grid-column: 2;grid-row: 2}
  body{font-size: 1.1875rem}
}
@media (min-width:75rem){
  :is(.text,.body)>figure:not(.slip,.statement,.covered){position: relative}
  :is(.text,.body)>figure:not(.slip,.statement,.covered)>figcaption{position: absolute;inset-block-start: 0;inset-inline-start: calc(100% + 1.75rem);width: 13rem;border-block-start: 1px solid;padding-block-start: .4rem}
}
`
