/** What stands round every page, and the pages that list: masthead, footer, cards, the front page. */
export const frame = `
.nameplate{display: flex;flex-wrap: wrap;align-items: baseline;gap: 0 1.25rem;padding-block: 1.1rem .6rem}
.name{font: 900 1.75rem/1.15 var(--serif)}
html:lang(ar) .name{line-height: 1.5}
[dir=ltr] .name{letter-spacing: -.02em}
.bar{display: flex;flex-wrap: wrap;justify-content: space-between;align-items: center;gap: .25rem 1.5rem;padding-block: .4rem;border-block: 1px solid}
nav ul{display: flex;flex-wrap: wrap;gap: 0 1.25rem;padding: 0;list-style: none}
.bar nav{font-size: .95rem;font-weight: 600}
.bar a{display: inline-block;padding-block: .3rem;text-decoration: none}
.bar a:hover,.bar [aria-current]{text-decoration: underline .15em var(--accent)}
.language{border-inline-start: 1px solid;padding-inline-start: 1.25rem}
form{display: flex;min-width: 0}
input,button{font: inherit;font-size: .95rem;border: 1px solid var(--ink);border-radius: 0;background: none;color: inherit;padding: .3rem .6rem;min-height: 2.25rem;min-width: 0}
input{width: 11rem}
button{flex: none;background: var(--ink);color: var(--paper);font-weight: 600;cursor: pointer}
.big-search{margin-block-end: .75rem}
.big-search input{flex: 1;max-width: 30rem;font-size: 1.2rem}
main{display: block;padding-block: clamp(1.5rem,4vw,3rem) 4rem}
.foot{border-block-start: 6px double;padding-block: 1.5rem 3rem;display: grid;gap: .6rem}
.foot .name{font-size: 1.25rem}
.foot li a{display: inline-block;padding-block: .25rem}
.home+.foot,.foot{clear: both}

.head{max-width: 62rem;margin-block-end: clamp(1.5rem,3vw,2.5rem)}
.kicker{color: var(--accent);font-size: .95rem;font-weight: 700;line-height: 1.5;margin-block-end: .5rem}
.kicker a{position: relative;display: inline-block;min-height: 1.5rem;padding-block: .1rem;text-decoration: none}
.kicker a:hover{text-decoration: underline}
.standfirst{font-size: clamp(1.2rem,1.05rem + .7vw,1.5rem);line-height: 1.42;max-width: 44rem;margin-block-start: 1rem}
html:lang(ar) .standfirst{line-height: 1.75}
.card{border-block-start: 1px solid var(--hair);padding-block: 1rem 1.4rem}
.card :is(h2,h3){font-size: 1.35rem;line-height: calc(var(--head) + .1)}
.summary{margin-block-start: .4rem;line-height: 1.5}
html:lang(ar) .summary{line-height: 1.8}
.card .summary{font-size: 1.0625rem}
.card .facts{margin-block-start: .5rem}
.card .kicker{font-size: .85rem;margin-block-end: .5rem}
.mark b{display: inline-block;border: 2px solid var(--accent);padding: .05rem .5rem;margin-block-end: .4rem;font: 700 .8125rem/1.5 var(--sans)}
.chips{display: flex;flex-wrap: wrap;gap: .35rem;padding: 0;list-style: none;margin-block-start: .6rem}
.chips li{border: 1px solid;padding: .05rem .5rem;font-size: .8125rem}
.nothing,.missing{color: var(--soft);font-style: italic}
:lang(ar) :is(.nothing,.missing){font-style: normal}
.more{margin-block-start: 1rem;font-weight: 600;font-size: .95rem}
.rubric{font-size: 1rem;font-weight: 700;line-height: 1.5;border-block-start: 4px solid;padding-block: .5rem .6rem}
.poster{background: var(--accent);color: var(--paper);padding: clamp(1.25rem,3vw,2rem);border: 1px solid var(--accent)}
.poster .kicker,.poster a:hover{color: inherit}
.poster a{text-decoration-color: currentColor}
.poster h2{font-size: clamp(2.1rem,1.2rem + 3vw,3.5rem);line-height: var(--head);font-weight: 900}
.poster :focus-visible{outline-color: currentColor}
.call{margin-block-start: 1rem}
.call a{display: inline-block;max-width: 100%;overflow-wrap: anywhere;border: 2px solid;padding: .35rem .9rem;font: 700 1rem/1.5 var(--sans);text-decoration: none}
.call a:hover{background: var(--paper);color: var(--accent)}

@media (prefers-color-scheme:dark){
  .poster{background: var(--tint);color: var(--ink);border-block-start-width: .5rem}
  .poster :is(h1,h2,.kicker){color: var(--accent)}
  .call a:hover{background: var(--ink)}
}

.home{display: grid;grid-template-columns: minmax(0,1fr);gap: 2rem}
.home .lead{border: 0;padding-block-start: 0}
.home .lead h2{font-size: clamp(2.25rem,1.3rem + 4.2vw,4.25rem);line-height: var(--head);font-weight: 800;text-wrap: balance}
[dir=ltr] .home .lead h2{letter-spacing: -.02em}
.home .lead img{margin-block-start: 1.25rem;width: 100%}
.home .lead .summary{font-size: clamp(1.15rem,1.05rem + .5vw,1.35rem);max-width: 44rem;margin-block-start: .9rem}
.posters{display: grid;grid-template-columns: minmax(0,1fr);gap: 1rem}
.posters .poster{display: flex;flex-direction: column}
.posters h2{margin-block-start: auto;padding-block-start: 2.5rem}
.latest .cards{display: grid;grid-template-columns: repeat(auto-fill,minmax(min(100%,17rem),1fr));column-gap: 2rem}

.listing .cards,.entries .cards{max-width: 56rem}
.cards.numbered{padding: 0;list-style: none}
.listing .card h2{font-size: clamp(1.4rem,1.2rem + 1vw,1.9rem)}
.turn{display: flex;flex-wrap: wrap;justify-content: space-between;gap: 1rem;border-block-start: 1px solid;padding-block: .75rem;max-width: 56rem;font-weight: 600;font-size: .95rem}
.months,.parts{margin-block-start: 3rem;border-block-start: 4px solid;padding-block-start: .6rem}
.months h2,.parts h2,.corrected h2{font: 700 1rem/1.5 var(--sans)}
.months li{min-width: 11rem;padding-block: .25rem}
.part{font-weight: 700;color: var(--accent);padding-block-start: 1rem}
.part+.card{border: 0;padding-block-start: 0}

.register .text,.message .text{max-width: 40rem;margin-block-end: 2rem}
.register .text p+p{margin-block-start: .75rem}
.sources,.log,.feeds,.titles{padding: 0;list-style: none;max-width: 50rem}
.sources li,.log li,.feeds li,.titles li{border-block-start: 1px solid var(--hair);padding-block: .9rem}
.log h2,.feeds h2{font-size: 1.25rem;margin-block-end: .25rem}
.address{overflow-wrap: anywhere;font: .95rem/1.5 var(--sans);user-select: all}
.terms{columns: 20rem;column-gap: 3rem}
.terms div{break-inside: avoid;border-block-start: 1px solid var(--hair);padding-block: .7rem}
.terms dt{font-weight: 700;font-size: 1rem}
.source h2{font-size: 1.35rem;margin-block: 2rem .75rem}
.filed{max-width: 44rem}
.source .filed{font-size: 1rem}
.filed dt{color: var(--soft);display: inline;margin-inline-end: .5em}
.filed dd{display: inline}
.source .filed :is(dt,dd){display: block}
.source .filed div{display: grid;grid-template-columns: 11rem minmax(0,1fr);border-block-start: 1px solid var(--hair);padding-block: .5rem}
.public-note{border: 2px solid;padding: 1rem 1.25rem;max-width: 40rem}
.notes-head{font-weight: 700;font-size: .95rem;line-height: 1.5}

@media (min-width:60rem){
  .home{grid-template-columns: minmax(0,2fr) minmax(17rem,1fr);gap: 2.5rem 3rem}
  .home .lead:not(:has(+.posters)),.home .latest:last-child,.home .voices:not(.latest+*){grid-column: 1/-1}
  .home .nameplate{padding-block: 1.5rem}
  .listing .card{display: grid;grid-template-columns: 12rem minmax(0,1fr);column-gap: 2.5rem}
  .listing .card>*{grid-column: 2}
  .listing .card>.facts{grid-column: 1;grid-row: 1/span 4;margin: .2rem 0 0}
}
body:has(.home) .nameplate .name{font-size: clamp(2.75rem,1rem + 8.5vw,7.5rem);line-height: 1}
html:lang(ar) body:has(.home) .nameplate .name{line-height: 1.45;font-size: clamp(2.5rem,1rem + 6.5vw,6rem)}
@media (max-width:40rem){
  form{flex: 1 1 100%}
  input{flex: 1;width: 6rem}
  .source .filed div{display: block}
}
`
