/** How the page looks: calm, printable, and no meaning carried by colour alone. */
export const style = `
:root { color-scheme: light dark; --paper: #fbfaf7; --sheet: #ffffff; --ink: #20242a; --soft: #565d66; --line: #dedad1;
  --link: #1f4e8c; --good: #1b6339; --bad: #9c2327; --doubt: #735000; --wrong: #6a2c82; --dim: #565d66;
  --good-wash: #e3f1e6; --bad-wash: #f9e4e3; --doubt-wash: #fbf0d0; --wrong-wash: #f1e2f6; --dim-wash: #efeeea; }
@media (prefers-color-scheme: dark) { :root { --paper: #15171a; --sheet: #1c1f23; --ink: #e6e5e1; --soft: #abb1b9;
  --line: #3a3e45; --link: #9cc3f5; --good: #86d3a2; --bad: #ffa39e; --doubt: #e6c06a; --wrong: #d9adec; --dim: #abb1b9;
  --good-wash: #1d3527; --bad-wash: #432123; --doubt-wash: #3a3015; --wrong-wash: #382242; --dim-wash: #262a2f; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.page-head, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
.page-head { padding-top: 2.5rem; }
h1 { margin: 0; font-size: .95rem; font-weight: 600; letter-spacing: .02em; color: var(--soft); }
.page-head p, footer { color: var(--soft); font-size: .875rem; margin: .25rem 0 0; }
main:focus { outline: none; }
h2 { margin: 2.5rem 0 1rem; font: 600 1.6rem/1.25 Georgia, "Iowan Old Style", "Times New Roman", serif; overflow-wrap: anywhere; }
h3 { margin: 2.75rem 0 .75rem; font-size: 1.1rem; font-weight: 600; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--sheet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
article + article { margin-top: 4rem; border-top: 1px solid var(--line); }
.good { --tone: var(--good); --wash: var(--good-wash); } .bad { --tone: var(--bad); --wash: var(--bad-wash); }
.doubt { --tone: var(--doubt); --wash: var(--doubt-wash); } .wrong { --tone: var(--wrong); --wash: var(--wrong-wash); }
.dim { --tone: var(--dim); --wash: var(--dim-wash); }
.verdict { padding: 1.1rem 1.4rem; background: var(--wash); border-left: .35rem solid var(--tone); border-radius: .3rem; }
.verdict p { margin: .35rem 0 0; max-width: 46rem; }
.verdict .title { margin: 0 0 .5rem; color: var(--tone); font: 1.3rem/1.3 Georgia, "Iowan Old Style", "Times New Roman", serif; }
.verdict .facts { margin-top: .8rem; font-size: .875rem; overflow-wrap: anywhere; }
.badge, .status { color: var(--tone); font-weight: 600; }
.status { display: inline-block; margin-right: .75rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; background: var(--sheet); font-size: .94rem; }
.provisions, .overview { border: 1px solid var(--line); border-radius: .3rem; }
th, td { padding: .55rem .8rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { font-size: .8rem; color: var(--soft); font-weight: 600; }
.group th { padding-top: 1.1rem; font-size: .8rem; font-weight: 600; color: var(--soft); }
.number { color: var(--soft); font-variant-numeric: tabular-nums; width: 3rem; }
.provisions th[scope="row"] { width: 45%; }
.overview th[scope="row"] { overflow-wrap: anywhere; min-width: 9rem; width: 34%; }
.citation { display: block; color: var(--soft); font-size: .84rem; font-weight: 400; }
.places { min-width: 9rem; }
td .wrong { color: var(--tone); }
abbr { text-decoration: none; }
tr:target { background: var(--doubt-wash); }
.problem { margin: 0 0 1rem; padding: 1rem 1.4rem; background: var(--sheet); border: 1px solid var(--line);
  border-left: .35rem solid var(--tone); border-radius: .3rem; }
.problem h4 { margin: 0; font-size: 1rem; }
.kind { color: var(--tone); } .kind::after { content: ": "; }
.problem p { margin: .4rem 0 .8rem; max-width: 46rem; }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .4rem 1rem; margin: 0; }
dt { color: var(--soft); font-size: .875rem; } dd { margin: 0; max-width: 40rem; }
q { font-family: Georgia, "Iowan Old Style", "Times New Roman", serif; quotes: "“" "”"; }
.fix { font-family: Georgia, "Iowan Old Style", "Times New Roman", serif; }
.notes { margin: 0; padding-left: 1.2rem; max-width: 46rem; } .notes li { margin: .4rem 0; } strong.doubt { color: var(--tone); }
.legend { font-size: .875rem; max-width: 46rem; line-height: 1.9; }
.contract { font: 1.02rem/1.75 Georgia, "Iowan Old Style", "Times New Roman", serif; }
.contract > p, .contract h4, .contract h5, .contract h6 { max-width: 44rem; overflow-wrap: break-word; }
.contract > h3, .legend, .leaf, .back, .from { font-family: system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
.contract h4 { margin: 2rem 0 .5rem; font-size: 1.15rem; } .contract h5, .contract h6 { margin: 1.4rem 0 .4rem; font-size: 1.02rem; }
.contract table { margin: 1rem 0; border: 1px solid var(--line); }
.item { margin: .4rem 0; } .level0 { padding-left: 1.25rem; } .level1 { padding-left: 2.5rem; } .level2 { padding-left: 3.75rem; }
.level3, .level4 { padding-left: 5rem; }
.leaf { display: flex; align-items: center; gap: 1rem; margin: 2rem 0 1rem; color: var(--soft); font-size: .8rem; }
.leaf::after { content: ""; flex: 1; border-top: 1px solid var(--line); }
.from { color: var(--soft); font-size: .8rem; } .from::after { content: ": "; }
mark { color: inherit; padding: .1em 0; text-decoration: underline; text-underline-offset: .25em; text-decoration-thickness: 1px; }
mark.evidence { background: var(--good-wash); text-decoration-color: var(--good); }
mark.conflict { background: var(--bad-wash); text-decoration: underline wavy var(--bad) 1px; }
mark.nearest { background: var(--doubt-wash); text-decoration: underline dotted var(--doubt) 2px; }
.ref { display: inline-block; min-width: 1.5em; margin: 0 .25em 0 0; padding: 0 .3em; border: 1px solid currentColor; border-radius: 1em;
  font: 600 .72rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; text-align: center; text-decoration: none; vertical-align: .15em; }
.ref.evidence { color: var(--good); } .ref.conflict { color: var(--bad); } .ref.nearest { color: var(--doubt); }
.ref:target { color: var(--paper); background: var(--link); border-color: var(--link); }
.ref:target + mark { outline: 2px solid var(--link); outline-offset: 2px; }
footer { padding-top: 2rem; padding-bottom: 3rem; } footer p { margin: .2rem 0; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: .1rem; } dd { margin-bottom: .5rem; } .page-head, main, footer { padding-left: 1rem; padding-right: 1rem; } }
@media print { :root { --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000; --good: #1b6339; --bad: #9c2327;
    --doubt: #735000; --wrong: #6a2c82; --dim: #444; --good-wash: #e3f1e6; --bad-wash: #f9e4e3; --doubt-wash: #fbf0d0; --wrong-wash: #f1e2f6; --dim-wash: #eee; }
  @page { margin: 2cm; }
  body { font-size: 10.5pt; } .skip, .back { display: none; } .page-head { padding-top: 0; } .page-head, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  mark, .verdict { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  article + article { break-before: page; border: 0; margin: 0; } h2, h3, h4, h5, h6, .leaf { break-after: avoid; } .problem, tr, .verdict { break-inside: avoid; }
  .scroll { overflow: visible; } a { text-decoration: none; } thead { display: table-header-group; } p { orphans: 3; widows: 3; } }
`;
