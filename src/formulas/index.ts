import { ADFIT } from './ADFIT.ts';
import { APPROVALLAG } from './APPROVALLAG.ts';
import { BOTRISK } from './BOTRISK.ts';
import { BOTROWS } from './BOTROWS.ts';
import { BOTSHARE } from './BOTSHARE.ts';
import { ER } from './ER.ts';
import { ERR } from './ERR.ts';
import { ERV } from './ERV.ts';
import type { Formula } from './engine/define.ts';
import { LEADLAG } from './LEADLAG.ts';
import { RELEVANTCPM } from './RELEVANTCPM.ts';

/** Every custom function but SMMAUDIT, which needs the whole engine and lives in `wording/SMMAUDIT.ts`. */
export const formulas: readonly Formula[] = [ER, ERR, ERV, APPROVALLAG, LEADLAG, ADFIT, RELEVANTCPM, BOTRISK, BOTROWS, BOTSHARE];
