/** Colours, type and the elements themselves. System typefaces only; spaces and sides by logical properties, so that Arabic mirrors. */
export const base = `
:root{
  --paper: #fbf7ee;--ink: #17130e;--soft: #5b5247;--hair: #d9cfbd;--tint: #f2ebdc;
  color-scheme: light dark;
}
:root,:lang(en){
  --serif: Charter,"Bitstream Charter","Iowan Old Style",Cambria,Georgia,"Noto Serif",serif;
  --sans: system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Noto Sans Arabic",Arial,sans-serif;
  --head: 1.06;--line: 1.6;
}
@media (prefers-color-scheme:dark){
  :root{--paper: #15120e;--ink: #f3ecdf;--soft: #b5aa99;--hair: #3d372e;--tint: #221e18}
}
:lang(ar){
  --serif: "Noto Naskh Arabic","Amiri","Geeza Pro","Sakkal Majalla","Traditional Arabic",Charter,Georgia,serif;
  --sans: "Noto Sans Arabic","Segoe UI",system-ui,"Geeza Pro",Tahoma,sans-serif;
  --head: 1.4;--line: 1.9;
}
*,::before,::after{box-sizing: border-box}
html{-webkit-text-size-adjust: 100%;text-size-adjust: 100%;scroll-padding-block: 1rem}
body{
  margin: 0 auto;max-width: 78rem;padding-inline: clamp(1rem,4vw,3rem);
  background: var(--paper);color: var(--ink);font: 1.125rem/var(--line) var(--serif);
  border-block-start: .5rem solid;overflow-wrap: break-word;
}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote{margin: 0}
blockquote[lang]{font-family: var(--serif);line-height: var(--line)}
h1,h2,h3,h4{font-family: var(--serif);line-height: var(--head);text-wrap: balance}
h1{font-size: clamp(2.25rem,1.2rem + 4.6vw,4.75rem)}
html:lang(ar) h1{font-size: clamp(2.1rem,1.2rem + 3.8vw,4rem)}
[dir=ltr] h1{letter-spacing: -.02em}
p,li,dd{text-wrap: pretty}
a{color: inherit;text-decoration: underline .07em var(--accent);text-underline-offset: .2em}
:lang(ar) a{text-underline-offset: .4em}
a:hover{color: var(--accent)}
h1 a,h2 a,h3 a,.name{text-decoration: none}
h2 a:hover,h3 a:hover{text-decoration: underline .06em}
:focus-visible{outline: 3px solid var(--accent);outline-offset: 2px}
[tabindex="-1"]:focus{outline: none}
img{max-width: 100%;height: auto;display: block;background: var(--tint);color: var(--soft);font: italic .9rem/1.5 var(--sans)}
img:is([lang=ar],:lang(ar)){font-style: normal}
cite{font-style: normal}
[dir=ltr] cite:not(:lang(ar)){font-style: italic}
[lang=ar],:lang(ar) em,:lang(ar) cite{font-style: normal}
:lang(ar) em{font-weight: 700}
:lang(ar) q{quotes: "«" "»" "‹" "›"}
q:dir(rtl){quotes: "«" "»" "‹" "›"}
sub,sup{line-height: 0}
code{font-size: .85em}
hr{border: 0;border-block-start: 1px solid;width: 6rem;margin: 2.5rem auto}
small,.facts,.kicker,.byline,.chips,.filed,.label,.notice,.ways,figcaption,.caption,summary,nav,form,.foot,.tagline,.rubric,.reply-line,.more,.notes-head,.part,.checked,.unchecked,.voice,.terms dt,.calls,.dates,.ended,.missing,.comment,.republished,th{font-family: var(--sans)}
small,.facts,.byline,.chips,.filed,.ways,figcaption,.caption,.foot,.tagline,.reply-line,.checked,.part{font-size: .875rem;line-height: 1.5}
html:lang(ar) :is(small,.facts,.byline,.chips,.filed,.ways,figcaption,.caption,.foot,.tagline,.reply-line,.checked,.part){line-height: 1.75}
small,.facts,.tagline,.checked,figcaption,.caption,.withheld,.handle{color: var(--soft)}
.unseen{position: absolute;width: 1px;height: 1px;overflow: hidden;clip-path: inset(50%);white-space: nowrap}
.skip{position: absolute;inset-inline-start: -99rem;background: var(--ink);color: var(--paper);padding: .6rem 1rem;z-index: 1}
.skip:focus{inset-inline-start: 1rem}
`
