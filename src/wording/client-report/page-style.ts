/** How the page looks: on a phone, in the dark, and on A4. */
export const pageStyle = `
:root{--ink:#202124;--quiet:#5f6368;--paper:#fff;--card:#f1f3f4;--line:#dadce0;--good:#e6f4ea;--plain:#1a73e8;--question:#d93025;--bar:#9aa0a6;--limit:#5f6368}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--quiet:#bdc1c6;--paper:#202124;--card:#303134;--line:#5f6368;--good:#1e3a2a;--plain:#8ab4f8;--question:#f28b82;--bar:#80868b;--limit:#bdc1c6}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.15rem;line-height:1.3;margin:0 0 .5rem}
p{margin:0 0 .5rem}
ul{margin:0 0 .75rem;padding-left:1.25rem}
section{margin:0 0 2rem;break-inside:avoid}
.about{font-weight:600}
.by,.why,.shown,footer{color:var(--quiet)}
.summary{font-size:1.1rem;margin:1rem 0 1.5rem}
.tiles{list-style:none;padding:0;margin:0 0 1.5rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:1rem}
.tiles li{background:var(--card);border-radius:.5rem;padding:1rem}
.tiles strong{display:block;font-size:1.6rem;line-height:1.2}
.good{background:var(--good);border-radius:.5rem;padding:1rem}
.good ul{margin:0}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid var(--line);padding:.5rem;text-align:left;vertical-align:top}
th{background:var(--card)}
th:nth-child(n+3){width:7rem}
.topic h2{border-left:.5rem solid;padding-left:.6rem}
figure{margin:1rem 0}
figcaption{font-weight:600}
svg{display:block;width:100%;height:auto}
svg text{fill:var(--ink);font-size:13px;paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.tone-plain{fill:var(--plain)}.tone-question{fill:var(--question)}.tone-quiet{fill:var(--bar)}
.line-plain,.line-limit{fill:none;stroke:var(--plain);stroke-width:2}
.line-limit{stroke:var(--limit);stroke-dasharray:6 4}
.key{color:var(--quiet);font-size:.85rem}
.key span::before{content:"";display:inline-block;width:.7em;height:.7em;margin-right:.35em;background:var(--plain)}
.key span{margin-right:1rem}
.key .key-question::before{background:var(--question)}.key .key-quiet::before{background:var(--bar)}
.examples{list-style:none;padding:0}
.examples li{border-top:1px solid var(--line);padding:.5rem 0}
time{color:var(--quiet);margin-right:.5rem}
footer{font-size:.8rem;border-top:1px solid var(--line);padding-top:1rem}
footer h2{font-size:.9rem}
@media (max-width:34rem){svg text{font-size:20px}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table,tbody,tr,td{display:block}tr{border:1px solid var(--line);border-radius:.5rem;margin-bottom:.75rem}td{border:0;min-height:2.5rem}td::before{content:attr(data-name);display:block;font-size:.8rem;color:var(--quiet)}}
@page{size:A4;margin:15mm}
@media print{:root{--ink:#202124;--quiet:#5f6368;--paper:#fff;--card:#f1f3f4;--line:#dadce0;--good:#e6f4ea;--plain:#1a73e8;--question:#d93025;--bar:#9aa0a6;--limit:#5f6368}html{font-size:13px}body{font-size:9.5pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{max-width:none;padding:0}h2{break-after:avoid}section{margin-bottom:1.25rem}.summary{margin:.75rem 0 1rem}.tiles{margin-bottom:1rem}.tiles li,.good{padding:.75rem}figure{margin:.5rem 0}svg{width:auto;max-width:100%;height:45mm}footer ul{break-inside:avoid}}
`;
