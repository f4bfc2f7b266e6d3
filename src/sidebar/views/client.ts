import { html, nothing, type TemplateResult } from 'lit-html';
import type { ClientSettings } from '../../audit/client-facts/client-tab.ts';
import { namesOf } from '../../audit/client-facts/decider-names.ts';
import { clientFacts } from '../../audit/engine/context.ts';
import { isoDayOf, isoDaysIn } from '../../base/days-off.ts';
import { readNumbers } from '../../base/numbers.ts';
import { russianHolidays } from '../../base/russian-holidays.ts';
import { isUnreadable, readWorkingHours } from '../../base/working-hours.ts';
import { currencySigns, quoted, wordsOf } from '../../i18n/words.ts';
import { budgetPeriods, scopeItems } from '../../patterns/shared/client.ts';
import { assignableRoles } from '../../patterns/shared/people.ts';
import { audienceMismatch } from '../../patterns/show-off/audience-mismatch.ts';
import type { View } from '../model.ts';
import type { TextId } from '../texts.ts';
import { choice, field } from './parts.ts';
import { thresholdsView } from './thresholds.ts';

/** What is known of the client and of the people who decide; all optional. */
export function clientView(view: View): TemplateResult {
  const { say } = view;
  return html`<section aria-label=${say('client')}><h1>${say('client')}</h1>${clientForm(view)}${keptView(view)}</section>`;
}

/** Who decides, and in whose name. */
export function peopleView(view: View): TemplateResult {
  const { say } = view;
  return html`<section aria-label=${say('people')}><h1>${say('people')}</h1>${peopleForm(view)}${keptView(view)}</section>`;
}

const keptView = ({ model, say }: View) => html`<p class="hint">${say(model.start?.canStore === false ? 'notKept' : 'kept')}</p>`;

function clientForm(view: View): TemplateResult {
  const { model, actions, say } = view;
  const given = model.settings.client ?? {};
  const { facts, tabs } = model.scan ? clientFacts(model.scan.prepared, model.settings) : { facts: given, tabs: new Map<string, string>() };
  const label = (id: TextId, key: keyof ClientSettings) => {
    const tab = tabs.get(key);
    const origin = tab !== undefined ? `${say('fromTab')} ${quoted(tab, model.language)}` : given[key] === undefined ? '' : say('fromYou');
    return html`${say(id)}${origin ? html` <span class="hint">(${origin})</span>` : nothing}`;
  };
  /** An emptied field is taken out, so that the client tab may fill it again. */
  const set = (part: { readonly [Key in keyof ClientSettings]: ClientSettings[Key] | undefined }) => {
    const client: Record<string, unknown> = { ...given, ...part };
    for (const key of Object.keys(client)) if (client[key] === undefined || client[key] === '') delete client[key];
    // Every value came through a typed field of this form.
    actions.change({ client: client as ClientSettings });
  };
  const setHours = (text: string) =>
    text === '' || !isUnreadable(readWorkingHours(text)) ? set({ workingHours: text || undefined }) : actions.complain('wrongHours');
  const setBudget = (text: string) => {
    // As people write sums: `60 000`, `1,2 тыс.`
    const [amount = Number.NaN] = readNumbers([text], { wholeNumbers: true }).values;
    if (text === '' || amount > 0) set({ adBudget: text === '' ? undefined : amount });
    else actions.complain('wrongBudget');
  };
  const setFollowers = (text: string) => {
    const [followers = Number.NaN] = readNumbers([text], { wholeNumbers: true }).values;
    if (text === '' || followers >= 1) set({ followers: text === '' ? undefined : followers });
    else actions.complain('wrongFollowers');
  };
  const setLaunch = (text: string) => {
    const launched = isoDayOf(text);
    if (text === '' || launched !== undefined) set({ launched });
    else actions.complain('wrongLaunch');
  };
  const setDays = (text: string) => {
    const days = isoDaysIn(text);
    if (days.length < text.split(/[\s,;]+/).filter(Boolean).length) actions.complain('wrongDays');
    else set({ daysOff: days.length > 0 ? days : undefined });
  };
  const currencies = [
    ['', say('currencyUnknown')] as const,
    ...Object.keys(currencySigns).map((code) => [code, `${currencySigns[code]} ${code}`] as const),
  ];
  const places = [['city', say('targetCity')] as const, ['country', say('targetCountry')] as const];
  return html`<p class="hint">${say('optional')}${model.scan ? nothing : html` ${say('clientAfterScan')}`}</p>
    ${field(label('city', 'city'), facts.city ?? '', (city) => set({ city }))}
    ${choice(label('target', 'target'), places, facts.target ?? 'city', (target) => set({ target: target === 'country' ? 'country' : 'city' }))}
    ${field(label('age', 'age'), facts.age ?? '', (age) => set({ age }), 'text', '25-45')}
    ${field(label('followersToday', 'followers'), facts.followers === undefined ? '' : wordsOf(model.language).number(facts.followers, 0), setFollowers)}
    ${field(label('launched', 'launched'), facts.launched ?? '', setLaunch, 'text', say('launchedHint'))}
    ${field(label('budget', 'adBudget'), facts.adBudget === undefined ? '' : wordsOf(model.language).number(facts.adBudget, 2), setBudget)}
    ${choice(label('currency', 'adBudgetCurrency'), currencies, facts.adBudgetCurrency ?? '', (currency) => set({ adBudgetCurrency: currency || undefined }))}
    ${choice(
      label('budgetPeriod', 'adBudgetPeriod'),
      budgetPeriods.map((period) => [period, say(period)] as const),
      facts.adBudgetPeriod ?? 'total',
      (period) => set({ adBudgetPeriod: budgetPeriods.find((one) => one === period) }),
    )}
    <fieldset><legend>${label('scope', 'scope')}</legend>${scopeItems.map((item) => {
      const chosen = facts.scope ?? [];
      const toggle = (event: Event) => {
        const isOn = (event.target as HTMLInputElement).checked;
        const scope = scopeItems.filter((one) => (one === item ? isOn : chosen.includes(one)));
        set({ scope: scope.length > 0 ? scope : undefined });
      };
      return html`<label class="check"><input type="checkbox" .checked=${chosen.includes(item)} @change=${toggle} />${say(item)}</label>`;
    })}</fieldset>
    ${field(label('workingHours', 'workingHours'), facts.workingHours ?? '', setHours, 'text', say('workingHoursHint'))}
    ${daysOffField(view, label('daysOff', 'daysOff'), facts.daysOff ?? [], setDays)}
    <p class="hint">${say('timeZone')} ${model.start?.timeZone ?? ''}</p>
    ${thresholdsView(view, audienceMismatch)}`;
}

/** Days off as a list of dates, and buttons that add the public holidays of a year. */
function daysOffField(view: View, label: TemplateResult, days: readonly string[], set: (text: string) => void): TemplateResult {
  const { model, say } = view;
  const thisYear = new Date(model.start?.now ?? 0).getUTCFullYear();
  const years = [thisYear - 1, thisYear];
  const add = (year: number) => set([...new Set([...days, ...russianHolidays(year).days])].sort().join(', '));
  const isAdded = (year: number) => russianHolidays(year).days.every((day) => days.includes(day));
  const incomplete = years.filter((year) => !russianHolidays(year).isComplete && isAdded(year));
  const changed = (event: Event) => set((event.target as HTMLTextAreaElement).value.trim());
  return html`<label>${label}<textarea rows=${days.length > 8 ? 6 : 2} placeholder=${say('daysOffHint')} .value=${days.join(', ')} @change=${changed}></textarea></label>
    <div class="buttons">${years.map((year) => html`<button type="button" ?disabled=${isAdded(year)} @click=${() => add(year)}>${isAdded(year) ? '✓' : '+'} ${say('holidays')} ${year}</button>`)}</div>
    ${incomplete.length > 0 ? html`<p class="hint">${say('holidaysMoved')}</p>` : nothing}`;
}

const roleTexts: Readonly<Record<string, TextId>> = {
  smm: 'smm',
  marketer: 'marketer',
  client: 'clientRole',
  relative: 'relative',
  friend: 'friend',
  assistant: 'assistant',
  sales: 'sales',
  unknown: 'roleUnknown',
};

function peopleForm({ model, actions, say }: View): TemplateResult {
  if (!model.scan) return html`<p class="hint">${say('peopleAfterScan')}</p>`;
  const names = namesOf(model.scan.prepared);
  if (names.length === 0) return html`<p class="hint">${say('noPeople')}</p>`;
  const given = model.settings.people ?? {};
  const set = (name: string, role: string) => {
    const { [name]: _, ...others } = given;
    const known = assignableRoles.find((one) => one === role);
    actions.change({ people: known ? { ...others, [name]: known } : others });
  };
  return html`<p class="hint">${say('peopleHint')}</p>
    ${names.map(({ name, role }) => {
      const stated = role === 'unknown' ? say('roleUnknown') : `${say('roleByWords')}: ${say(roleTexts[role] ?? 'roleUnknown')}`;
      const roles = assignableRoles.map((one) => [one, say(roleTexts[one] ?? 'roleUnknown')] as const);
      return choice(name, [['', stated], ...roles], given[name] ?? '', (chosen) => set(name, chosen));
    })}`;
}
