import { push } from './push.ts';

process.exitCode = push();
