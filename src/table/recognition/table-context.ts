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
  /** Posts say on which day they came out. */
  readonly hasPublicationDays: boolean;
  /** There are days, and no hour stands beside them yet. */
  readonly lacksTimes: boolean;
  readonly hasLeads: boolean;
  /** Whether the table is about leads at all: a calendar too has days of creation and owners. */
  readonly isAboutLeads: boolean;
  readonly hasActivity: boolean;
  readonly hasApproval: boolean;
  /** Somebody approves, or did so on a day, or posts went round. */
  readonly hasApprovers: boolean;
  readonly isAboutPosts: boolean;
  /** Somebody's reach or followers, or ads with him: a place or an age may be that of an audience. */
  readonly hasAudiences: boolean;
  /** Posts to come or made, without money or sizes: a status in it is that of a post. */
  readonly isPlan: boolean;
  /** Bloggers, channels or pages with their size: a name is whose row it is. */
  readonly isListOfAccounts: boolean;
  readonly hasParameters: boolean;
  readonly hasGoals: boolean;
  readonly hasSpend: boolean;
  readonly hasMoney: boolean;
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
  // `Type` may be of anything: its cells have to name formats.
  const hasFormats =
    !has(columns.spend) &&
    tops.some(
      ({ header, cells }) => match(header).some(({ field }) => field === columns.format) && fitOf(columns.format, cells, header).holds,
    );
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
  const hasActivity = tops.some(({ header, cells }) => match(header).some(({ field }) => acts.includes(field) && areActs(field, cells)));
  const hasDays = tops.some(({ header, cells }) => match(header).some(({ field }) => field.kind === 'date') && cells.some(hasDay));
  // `ID` alone numbers rows of any kind: of posts where each has a day and likes.
  const numbersPosts = hasActivity && hasDays && !has(columns.spend, columns.followers);
  const hasOwnIds = tops.some(
    ({ header }) => match(header).some(({ field }) => field === columns.postId) && (numbersPosts || !isBareId(header)),
  );
  const hasPosts = has(columns.title, columns.link, columns.sentAt) || hasOwnIds || hasFormats;
  const hasAnswers = has(columns.answeredAt, columns.answeredAfter, columns.leadAnswered, columns.leads, columns.leadsAnswered);
  const isAboutLeads =
    hasAnswers ||
    says(leadWords) ||
    (!says(influencerWords) && (says(reachableBy) || (!hasPosts && names(contactWords)))) ||
    (!hasActivity && tops.some(({ header, cells }) => namesThings(match(header)) && areLeads(cells)));
  // Where the people of leads live and how old they are says nothing of anybody's audience.
  const hasPlacements =
    first.has(columns.placement) || has(columns.placementKind) || (!isAboutLeads && has(columns.geoShare, columns.ageShare));
  // Accounts that only have a number are told by their names.
  const hasAccounts = tops.some(({ header, cells }) => match(header).some(({ field }) => field === columns.account) && !areNumbers(cells));
  return {
    hasPosts,
    isAboutLeads,
    hasActivity,
    hasPostIds: hasOwnIds,
    hasDays,
    hasPublicationDays: hasPosts && dates.some(({ header }) => match(header)[0]?.field === columns.publishedAt),
    lacksTimes: dates.length > 0 && !dates.some(({ cells }) => cells.some(hasTime)),
    hasLeads:
      has(columns.answeredAt, columns.answeredAfter, columns.leadAnswered) ||
      (isAboutLeads && says(reachableBy) && !hasActivity && !has(columns.title, columns.link)),
    hasPlacements,
    hasApprovers: has(columns.approvedAt, columns.approver, columns.revisionRounds, columns.approvalHistory),
    isAboutPosts: hasOwnIds || has(columns.title, columns.link, columns.publishedAt, columns.sentAt),
    isPlan:
      !first.has(columns.placement) &&
      !has(columns.spend, columns.followers, columns.price) &&
      (isAboutLeads ? hasFormats && has(columns.title) : hasFormats || has(columns.title)),
    hasAudiences: has(columns.placedAt, columns.placementKind, columns.followers, columns.reach),
    isListOfAccounts:
      !hasAccounts && !has(columns.title, columns.publishedAt, columns.placement) && has(columns.followers, columns.engagementRate),
    hasSpend: has(columns.spend),
    hasMoney: has(columns.spend, columns.price),
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

/** `ID`, `№ id`: a number of whatever the table is of. */
export const isBareId = (header: string): boolean => /^(?:row )?(?:id|ид|идентификатор)$/.test(normaliseHeader(header));
const namesThings = (candidates: readonly Candidate[]) => candidates.some(({ field }) => field === columns.title);
/** `Заявка с сайта`, `Сделка № 12`: most rows say themselves that they are leads. */
const areLeads = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length >= 3 && filled.filter((cell) => leadWords.test(normaliseHeader(cleanText(cell)))).length > filled.length / 2;
};
export const areNumbers = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => typeof cell === 'number' || /^\d+$/.test(cleanText(cell)));
};
/** `Comments` without one number may be what somebody remarked. */
const areActs = (field: Field, cells: readonly Cell[]) =>
  fitOf(field, cells).holds && (field !== columns.comments || !cells.every(isBlank));

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
