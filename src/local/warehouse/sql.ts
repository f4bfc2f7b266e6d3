/** SQL that creates the functions, each from its own descriptor: its name, its parameters, its description. */
import type { Formula } from '../../formulas/engine/define.ts';
import type { Param } from '../../formulas/engine/params.ts';
import { formulas } from '../../formulas/index.ts';
import { SMMAUDIT } from '../../wording/SMMAUDIT.ts';

/** Where the script goes and where the functions are made: replaced before the file is run. */
export const [BUCKET, DATASET] = ['YOUR_BUCKET', 'smm'] as const;
export const SCRIPT = 'smm-audit.js';

/** BigQuery knows no INT64 in JavaScript, and casts whole numbers to FLOAT64 by itself. */
function typeOf({ kind, isSum }: Param): string {
  if (kind === 'date') return 'TIMESTAMP';
  if (kind === 'text') return 'STRING';
  return isSum ? 'ARRAY<FLOAT64>' : 'FLOAT64';
}

/** What BOTRISK, BOTROWS and BOTSHARE take in place of ranges: the rows of one account, oldest first. */
const ACCOUNT = 'history ARRAY<STRUCT<day TIMESTAMP, followers FLOAT64, engagements ARRAY<FLOAT64>, reach FLOAT64, explained STRING>>';

interface Shape {
  readonly parameters: string;
  readonly returns: string;
  readonly body: string;
}

function shapeOf({ name, params }: Formula): Shape {
  if (name === 'SMMAUDIT')
    return {
      parameters: 'header ARRAY<STRING>, body ARRAY<STRUCT<cells ARRAY<STRING>>>, pattern FLOAT64, as_of TIMESTAMP, locale STRING',
      returns: 'ARRAY<STRUCT<`row` FLOAT64, patterns STRING, why STRING>>',
      body: 'return smmAudit.table(header, body, pattern, as_of, locale);',
    };
  if (name === 'BOTROWS')
    return {
      parameters: ACCOUNT,
      returns: 'ARRAY<STRUCT<day TIMESTAMP, inert FLOAT64>>',
      body: `return smmAudit.accountRows("${name}", history);`,
    };
  if (params.some(({ kind }) => kind === 'range'))
    return { parameters: ACCOUNT, returns: 'FLOAT64', body: `return smmAudit.account("${name}", history);` };
  return {
    parameters: params.map((param) => `${param.name} ${typeOf(param)}`).join(', '),
    returns: 'FLOAT64',
    body: `return smmAudit.row("${name}", [${params.map(({ name: own }) => own).join(', ')}]);`,
  };
}

/** In SQL the whole audit is `SMM_AUDIT`: the name says whose it is in a list of functions. */
const sqlName = (name: string) => (name === 'SMMAUDIT' ? 'SMM_AUDIT' : name);

const quoted = (text: string) => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\s+/g, ' ')}"`;

export function functionSql(formula: Formula): string {
  const { parameters, returns, body } = shapeOf(formula);
  const optional = formula.params.filter(({ isOptional, kind }) => isOptional && kind !== 'range').map(({ name }) => name);
  const about = `${formula.summary.en} ${formula.summary.ru}${optional.length > 0 ? ` NULL leaves out ${optional.join(', ')}.` : ''}`;
  return `CREATE OR REPLACE FUNCTION ${DATASET}.${sqlName(formula.name)}(${parameters})
RETURNS ${returns}
LANGUAGE js
OPTIONS (description = ${quoted(about)}, library = ["gs://${BUCKET}/${SCRIPT}"])
AS r"""
${body}
""";
`;
}

export const functionFiles = (): readonly { readonly name: string; readonly sql: string }[] =>
  [...formulas, SMMAUDIT].map((formula) => ({ name: `function-${sqlName(formula.name).toLowerCase()}.sql`, sql: functionSql(formula) }));
