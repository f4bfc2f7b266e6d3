import { dirname, relative, sep } from 'node:path';
import type { Language } from '../../i18n/language.ts';
import { wordsOf } from '../../i18n/words.ts';
import { drawingOf } from '../../wording/charts/drawing.ts';
import { pageStyle } from '../../wording/client-report/page-style.ts';
import { escaped } from '../../wording/escaped.ts';
import { htmlFigure, htmlPage } from '../../wording/html-page.ts';
import type { PortfolioContent } from './content.ts';
import type { Cell, Column, Section } from './sections/section.ts';

/** A wide table scrolls within itself; the page does not. */
const ownStyle = `
main{max-width:none;padding:2rem}
.wide{overflow-x:auto}
th:nth-child(n+3){width:auto}
td.number{text-align:right;white-space:nowrap}
@media (min-width:34rem){td.short{white-space:nowrap}}
.wide td:first-child{font-weight:600}
figure{max-width:46rem}
nav{margin:0 0 1.5rem}
nav a{margin-right:1rem}
a{color:var(--plain)}
`;

/** The portfolio as one page that needs nothing else: no script, nothing from elsewhere, every text escaped. @param out where it will lie */
export function portfolioPage({ language, title, about, sections }: PortfolioContent, out: string): string {
  const contents = sections.map(({ title: name }, index) => `<a href="#part-${index + 1}">${escaped(name)}</a>`);
  return htmlPage({
    language,
    title: escaped(title),
    style: pageStyle + ownStyle,
    main: `<header>
<h1>${escaped(title)}</h1>
<p class="about">${escaped(about)}</p>
</header>
<nav>${contents.join(' ')}</nav>
${sections.map((section, index) => sectionPart(section, index + 1, language, out)).join('')}`,
  });
}

function sectionPart({ title, notes, columns, rows, charts }: Section, number: number, language: Language, out: string): string {
  const head = columns.map(({ title: name }) => `<th scope="col">${escaped(name)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell, index) => cellPart(cell, columns[index], language, out)).join('')}</tr>`);
  const table =
    rows.length === 0
      ? ''
      : `<div class="wide" tabindex="0" role="region" aria-label="${escaped(title)}"><table><thead><tr>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>\n`;
  return `<section id="part-${number}"><h2>${escaped(title)}</h2>
${notes.map((note) => `<p class="why">${escaped(note)}</p>\n`).join('')}${charts.map((chart) => htmlFigure(chart.title, drawingOf(chart, language), escaped)).join('')}${table}</section>
`;
}

/** On a narrow screen each row becomes a card: the names of the columns then stand in the cells. */
function cellPart(cell: Cell, column: Column | undefined, language: Language, out: string): string {
  const name = ` data-name="${escaped(column?.title ?? '')}"`;
  if (cell === null) return `<td${name}></td>`;
  if (typeof cell === 'string') return `<td class="${column?.format === 'text' ? 'short' : 'long'}"${name}>${escaped(cell)}</td>`;
  if (typeof cell === 'number') return `<td class="number"${name}>${escaped(numberText(cell, column, language))}</td>`;
  const target = relative(dirname(out), cell.file).split(sep).map(encodeURIComponent).join('/');
  return `<td${name}><a href="${escaped(target)}">${escaped(cell.text)}</a></td>`;
}

function numberText(value: number, column: Column | undefined, language: Language): string {
  const words = wordsOf(language);
  if (column?.format === 'share') return words.percent(value, 0);
  return words.number(value, column?.format === 'amount' ? 2 : 0);
}
