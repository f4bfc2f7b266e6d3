/** What the other columns say about a table, where one header alone is not enough. */
import { type Cell, cleanText, isBlank, isDate } from '../../base/cells.ts';
import { hasTimeOfDay } from '../../base/dates.ts';
import type { Field } from '../fields.ts';
import * as columns from '../fields.ts';
import { exportLanguages } from '../languages/index.ts';
import type { ExportLanguage } from '../languages/language.ts';
import { fitOf } from './contents.ts';
import { normaliseHeader } from './header-text.ts';
import type { Candidate, HeaderMatcher } from './headers.ts';

export interface TableContext {
  readonly hasPosts: boolean;
  readonly hasPostIds: boolean;
  /** Rows of different days; without one it is a list, of accounts or of bloggers. */
  readonly hasDays: boolean;
  /** There are days, and no hour stands beside them yet. */
  readonly lacksTimes: boolean;
  readonly hasLeads: boolean;
  /** Whether the table is about leads at all: a calendar too has days of creation and owners. */
  readonly isAboutLeads: boolean;
  readonly hasActivity: boolean;
  readonly hasApproval: boolean;
  readonly isAboutPosts: boolean;
  /** Bloggers, channels or pages with their size: a name is whose row it is. */
  readonly isListOfAccounts: boolean;
  readonly hasParameters: boolean;
  readonly hasGoals: boolean;
  readonly hasSpend: boolean;
  /** Campaigns by day, as an ads manager exports them: money that was spent, no price agreed. */
  readonly isAdsByDay: boolean;
  readonly hasPlacements: boolean;
  readonly isVideoStudio: boolean;
  /** LinkedIn's followers by day: its `Total followers` is what the day brought, of all kinds. */
  readonly isFollowersByDay: boolean;
  /** Rows of several accounts, networks or bloggers, each with a number of its own. */
  readonly hasSeveral: boolean;
}

export interface ColumnTop {
  readonly header: string;
  readonly cells: readonly Cell[];
}

export function tableContext(tops: readonly ColumnTop[], match: HeaderMatcher): TableContext {
  const headers = tops.map(({ header }) => header);
  const ids = new Set(headers.flatMap((header) => match(header).map(({ field }) => field.id)));
  const has = (...wanted: Field[]) => wanted.some(({ id }) => ids.has(id));
  const first = new Set(headers.map((header) => match(header)[0]?.field));
  const hasPlacements = first.has(columns.placement) || has(columns.geoShare, columns.ageShare, columns.placementKind);
  const hasPosts = has(columns.title, columns.link, columns.postId, columns.format, columns.sentAt);
  const dates = tops.filter(
    ({ header, cells }) => match(header).some(({ field }) => field === columns.publishedAt || field === columns.day) && cells.some(hasDay),
  );
  const says = (words: RegExp) => headers.some((header) => words.test(normaliseHeader(header)));
  const names = (words: ReadonlySet<string>) =>
    headers.some((header) =>
      normaliseHeader(header)
        .split(' ')
        .some((word) => words.has(word)),
    );
  const hasAnswers = has(columns.answeredAt, columns.answeredAfter, columns.leadAnswered, columns.leads, columns.leadsAnswered);
  const isAboutLeads =
    hasAnswers || says(leadWords) || (!says(influencerWords) && (says(reachableBy) || (!hasPosts && names(contactWords))));
  const hasActivity = tops.some(({ header, cells }) =>
    match(header).some(({ field }) => acts.includes(field) && fitOf(field, cells).holds),
  );
  return {
    hasPosts,
    isAboutLeads,
    hasActivity,
    hasPostIds: has(columns.postId),
    hasDays: tops.some(({ header, cells }) => match(header).some(({ field }) => field.kind === 'date') && cells.some(hasDay)),
    lacksTimes: dates.length > 0 && !dates.some(({ cells }) => cells.some(hasTime)),
    hasLeads:
      has(columns.answeredAt, columns.answeredAfter, columns.leadAnswered) ||
      (isAboutLeads && says(reachableBy) && !hasActivity && !has(columns.title, columns.link)),
    hasPlacements,
    isAboutPosts: has(columns.title, columns.link, columns.postId, columns.publishedAt, columns.sentAt),
    isListOfAccounts:
      !has(columns.title, columns.publishedAt, columns.account, columns.placement) && has(columns.followers, columns.engagementRate),
    hasSpend: has(columns.spend),
    hasGoals: has(columns.goal),
    hasParameters: has(columns.parameter) && has(columns.parameterValue),
    isAdsByDay: has(columns.spend) && !has(columns.price),
    hasApproval: headers.some((header) => match(header).some(({ field, isLikely }) => !isLikely && approvals.includes(field))),
    hasSeveral: hasPlacements || tops.some(({ header, cells }) => namesWhose(match(header)) && isVaried(cells)),
    isVideoStudio: headers.some((header) => videoStudioWords.test(normaliseHeader(header)) || studioHeaders.has(normaliseHeader(header))),
    isFollowersByDay: ['organic followers', 'sponsored followers'].every((wanted) =>
      headers.some((header) => normaliseHeader(header) === wanted),
    ),
  };
}

export const leadWords =
  /(^| )(leads?|enquir(y|ies)|inquir(y|ies)|deals?|prospects?|заявк\S*|заявок|обращени\S*|лид(ы|а|ов)?|сделк\S*|сделок)( |$)/;
/** Nobody keeps these of posts; a calendar too may have a name. */
const reachableBy = /(^| )(phone|e mail|email|whatsapp|телефон\S*|почта|correo|telefono|telefon|telephone|celular)( |$)/;

/** A list of bloggers has addresses too. */
const influencerWords = /follower|seguidor|подписч|abonn|takipci|influenc|блогер|instagram|tiktok|youtube/;

const hasDay = (cell: Cell) => isDate(cell) || (typeof cell === 'string' && /\d[-/. ]\S+/.test(cell));
const hasTime = (cell: Cell) => (isDate(cell) ? hasTimeOfDay(cell.getTime()) : hasDay(cell) && /\d:\d\d/.test(cleanText(cell)));
const acts: readonly Field[] = [columns.likes, columns.comments, columns.engagements, columns.views, columns.impressions, columns.reach];
const approvals: readonly Field[] = [columns.sentAt, columns.approvedAt, columns.approver, columns.revisionRounds];

const namesWhose = (candidates: readonly Candidate[]) =>
  candidates.some(({ field }) => field === columns.account || field === columns.platform);
const isVaried = (cells: readonly Cell[]) => new Set(cells.filter((cell) => !isBlank(cell)).map(cleanText)).size > 1;

/** Headers that only a video studio's export has. */
const videoStudioWords =
  /video publish time|время публикации видео|subscribers gained|^watch time$|время просмотра|average (view duration|percentage viewed)|средн\S+ (продолжительность просмотра|процент просмотра)/;

/** Headers in every language of exports, as they are compared. */
export const inAnyLanguage = (read: (language: ExportLanguage) => readonly string[]): ReadonlySet<string> =>
  new Set(exportLanguages.flatMap(read).map(normaliseHeader));
const studioHeaders = inAnyLanguage(({ videoStudio }) => videoStudio);
const contactWords = new Set([
  ...'contact contacts customer customers контакт контакты имя фио'.split(' '),
  ...inAnyLanguage(({ leadWords }) => leadWords),
]);
