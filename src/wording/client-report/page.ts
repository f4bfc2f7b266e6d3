import type { Text } from '../../i18n/language.ts';
import { type Drawing, drawingOf } from '../charts/drawing.ts';
import { escaped as plainlyEscaped } from '../escaped.ts';
import { htmlFigure, htmlPage } from '../html-page.ts';
import type { ReportContent, Step, Topic } from './content.ts';
import { pageStyle } from './page-style.ts';
import type { SmallPrint } from './small-print.ts';
import { texts } from './texts.ts';

/** The report as one page that needs nothing else: no script, nothing from elsewhere, every text escaped. */
export function reportPage(content: ReportContent): string {
  const { language, title, about, by, summary, topics, small } = content;
  return htmlPage({
    language,
    title: escaped([title, about].filter(Boolean).join(' · ')),
    style: pageStyle,
    main: `<header>
<h1>${escaped(title)}</h1>
${about === '' ? '' : `<p class="about">${escaped(about)}</p>\n`}<p class="by">${escaped(by)}</p>
</header>
<p class="summary">${escaped(summary)}</p>
${tilesPart(content)}${goodPart(content)}${listPart(texts.numbers, content.numbers, content)}${stepsPart(content)}${progressPart(content)}${topics.map((topic) => topicPart(topic, content)).join('')}<footer>
${small.map(smallPart).join('')}<p>${escaped(texts.intro[language])}</p>
</footer>
`,
  });
}

function tilesPart({ tiles }: ReportContent): string {
  if (tiles.length === 0) return '';
  const items = tiles.map(({ amount, what }) => `<li><strong>${escaped(amount)}</strong> <span>${escaped(what)}</span></li>`);
  return `<ul class="tiles">${items.join('')}</ul>\n`;
}

function goodPart({ good, language }: ReportContent): string {
  if (good.length === 0) return '';
  return `<section class="good"><h2>${escaped(texts.good[language])}</h2>${list(good)}</section>\n`;
}

/** On a narrow screen each row becomes a card: the names of the columns then stand in the cells. */
function stepsPart({ steps, language }: ReportContent): string {
  if (steps.length === 0) return '';
  const named = [texts.step, texts.why, texts.who, texts.byWhen].map((text) => text[language]);
  const cells = ({ step, why, who, byWhen }: Step) =>
    [step, why, who, byWhen].map((text, index) => `<td data-name="${escaped(named[index] ?? '')}">${escaped(text)}</td>`).join('');
  return `<section><h2>${escaped(texts.steps[language])}</h2>
<table><thead><tr>${named.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>${steps.map((step) => `<tr>${cells(step)}</tr>`).join('\n')}</tbody></table></section>
`;
}

const listPart = (heading: Text, lines: readonly string[], { language }: Pick<ReportContent, 'language'>) =>
  lines.length === 0 ? '' : `<section><h2>${escaped(heading[language])}</h2>${list(lines)}</section>\n`;

function progressPart({ progress, course, language }: ReportContent): string {
  const picture = course
    ? `<section><h2>${escaped(texts.course[language])}</h2>${figure(course.title, drawingOf(course, language))}</section>\n`
    : '';
  return `${listPart(texts.progress, progress, { language })}${picture}`;
}

function topicPart({ heading, colour, also, why, chart, examples, shown }: Topic, { language }: ReportContent): string {
  const items = examples.map(
    ({ when, topic, text }) =>
      `<li>${when === '' ? '' : `<time>${escaped(when)}</time> `}${topic === '' ? '' : `<b>${escaped(topic)}.</b> `}${escaped(text)}</li>`,
  );
  const picture = chart ? figure(chart.title, drawingOf(chart, language)) : '';
  return `<section class="topic"><h2 style="border-color:${escaped(colour)}">${escaped(heading)}</h2>
${list(also)}<p class="why">${escaped(why)}</p>
${picture}${items.length === 0 ? '' : `<ul class="examples">${items.join('')}</ul>\n`}${shown === '' ? '' : `<p class="shown">${escaped(shown)}</p>\n`}</section>
`;
}

const figure = (title: string, drawing: Drawing) => htmlFigure(title, drawing, escaped);

const smallPart = ({ heading, lines }: SmallPrint) => `<h2>${escaped(heading)}</h2>${list(lines)}\n`;

const list = (lines: readonly string[]) =>
  lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>\n`;

/** No line breaks between a number and what it counts. */
const escaped = (text: string) => plainlyEscaped(text.replace(/(\d) (?=\p{L})/gu, '$1\u00A0'));
