/** The law of the house, written once: which room may import which. The linter's bans, the test and the table of the docs follow from it. */
export interface Room {
  readonly name: string;
  readonly job: string;
  /** Rooms it may import besides itself. */
  readonly imports: readonly string[];
  /** Packages it may import. */
  readonly packages?: readonly string[];
  /** Knows no Google, no page, no Node and no clock: `now` and the time zone are arguments. */
  readonly isPure?: boolean;
}

const base = ['base', 'i18n'];
const judged = [...base, 'growth', 'table', 'joining', 'formulas', 'patterns', 'audit', 'wording'];

/** From the ground up: nothing imports what stands below it in this list. */
export const rooms: readonly Room[] = [
  {
    name: 'base',
    job: 'cells, numbers, dates, zones, working time, statistics; no domain words',
    imports: [],
    packages: ['simple-statistics'],
    isPure: true,
  },
  { name: 'i18n', job: 'Russian and English: language, number and plural forms, shared words', imports: [], isPure: true },
  { name: 'growth', job: 'the estimator behind BOTRISK: growth of followers that nothing explains', imports: base, isPure: true },
  {
    name: 'table',
    job: 'what a column can mean (`fields/`), `recognition/` of header and columns, `reading/` into typed columns',
    imports: base,
    isPure: true,
  },
  {
    name: 'joining',
    job: 'tables of one client that belong together: rows matched by link, id, title or day, columns lent from tab to tab',
    imports: [...base, 'table'],
    isPure: true,
  },
  {
    name: 'formulas',
    job: 'one file per custom function: a pure calculation and its descriptor; `engine/` defines and calls them',
    imports: [...base, 'growth', 'table'],
    isPure: true,
  },
  {
    name: 'patterns',
    job: 'one folder per failure pattern, one file per signal; `engine/` runs a signal over a table, `shared/` is what several use',
    imports: [...base, 'growth', 'table', 'formulas'],
    isPure: true,
  },
  {
    name: 'audit',
    job: 'tables → signals → report, the bill, marks, settings, the client tab; plain JSON out',
    imports: [...base, 'growth', 'table', 'joining', 'formulas', 'patterns'],
    isPure: true,
  },
  { name: 'wording', job: 'a report in sentences, and `SMMAUDIT`', imports: judged.slice(0, -1), isPure: true },
  { name: 'api', job: 'what page and server say to each other: messages, their checks, packed findings', imports: judged, isPure: true },
  { name: 'client', job: 'scanning and requests: what sidebar and command line both do', imports: [...judged, 'api'] },
  {
    name: 'addon',
    job: 'the only room that names Google: `reading/`, `writing/`, `traces/` (knowing our own), `services/`, `entry/` (menu, calls, formulas)',
    imports: [...judged, 'api'],
  },
  { name: 'sidebar', job: 'the page; runs the audit itself', imports: [...judged, 'api', 'client'], packages: ['lit-html'] },
  {
    name: 'local',
    job: 'Node: workbook model, Apps Script services over it, files, command line, playground',
    imports: [...judged, 'api', 'client', 'addon', 'sidebar'],
  },
];

/** The table of `docs/architecture.md`. */
export const roomRows = (): readonly (readonly string[])[] =>
  rooms.map(({ name, job, imports, packages = [] }) => [
    `\`src/${name}\``,
    job,
    imports.length === rooms.length - 1 ? 'anything' : [...imports, ...packages.map((one) => `\`${one}\``)].join(', ') || 'nothing',
  ]);

/** The linter's ban for each room: whatever its own list does not name. */
export const roomBans = () =>
  rooms
    .filter(({ name }) => name !== 'local')
    .map(({ name, imports }) => ({
      includes: [`src/${name}/**`],
      linter: {
        rules: {
          style: {
            noRestrictedImports: {
              level: 'error',
              options: {
                patterns: [
                  {
                    group: [
                      ...rooms
                        .map((other) => other.name)
                        .filter((other) => other !== name && !imports.includes(other))
                        .map((other) => `**/${other}/**`),
                      'node:*',
                    ],
                    message: `src/${name} may import only ${imports.join(', ') || 'nothing of ours'}: see docs/architecture.md`,
                  },
                ],
              },
            },
          },
        },
      },
    }));
