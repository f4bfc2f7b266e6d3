/** The portfolio in words: tables and charts, once for the workbook and the page. */
import type { AuditSum } from '../../audit/progress/kept.ts';
import type { WallTime } from '../../base/dates.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { shared, type Words, wordsOf } from '../../i18n/words.ts';
import { patterns } from '../../patterns/index.ts';
import { benchmarksOf } from './benchmarks.ts';
import type { PortfolioClient } from './pool.ts';
import { type Ranking, rankClients } from './ranking.ts';
import { benchmarkSection } from './sections/benchmarks.ts';
import { courseSection } from './sections/course.ts';
import { notCheckedSection } from './sections/not-checked.ts';
import { overviewSection } from './sections/overview.ts';
import { patternSection } from './sections/pattern.ts';
import type { Section } from './sections/section.ts';
import { texts } from './texts.ts';

export interface PortfolioContent {
  readonly language: Language;
  readonly title: string;
  readonly about: string;
  /** The overview first. */
  readonly sections: readonly Section[];
}

export interface PortfolioInput {
  readonly clients: readonly PortfolioClient[];
  /** Sums of earlier portfolios by client; with them the course is shown. */
  readonly history?: ReadonlyMap<string, readonly AuditSum[]>;
  readonly language: Language;
  readonly asOf: WallTime;
}

export function portfolioContent({ clients, history, language, asOf }: PortfolioInput): PortfolioContent {
  const words = wordsOf(language);
  const ranking = rankClients(clients);
  return {
    language,
    title: `${shared.productName[language]}: ${texts.title[language].toLowerCase()}`,
    about: aboutText(ranking, asOf, words),
    sections: [
      overviewSection(ranking, words),
      ...patterns.flatMap((_, index) => patternSection(index + 1, ranking, words)),
      benchmarkSection(benchmarksOf(ranking.ranked), words),
      ...notCheckedSection(ranking, words),
      ...(history ? [courseSection(ranking, history, words)] : []),
    ],
  };
}

function aboutText({ ranked, refused }: Ranking, asOf: WallTime, words: Words): string {
  const [audited, not] = [words.number(ranked.length, 0), words.number(refused.length, 0)];
  const about: Text = {
    en: `${audited} ${words.plural(ranked.length, 'client', 'clients')} audited${refused.length > 0 ? `; ${not} could not be` : ''}. What is open is counted up to ${words.date(asOf)}.`,
    ru: `Проверено: ${audited} ${words.plural(ranked.length, 'клиент', 'клиента', 'клиентов')}${refused.length > 0 ? `; не удалось проверить: ${not}` : ''}. Открытое посчитано до ${words.date(asOf)}.`,
  };
  return about[words.language];
}
