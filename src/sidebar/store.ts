import type { CallApi } from '../api/messages.ts';
import { ScanCancelled } from '../client/scan.ts';
import type { Model, Notice } from './model.ts';
import { ServerProblem } from './server.ts';
import { type TextId, texts } from './texts.ts';

/** Parts of the model that may be absent. */
type Optional = { [Key in keyof Model]-?: undefined extends Model[Key] ? Key : never }[keyof Model];

/** The one model, and the ways to change it. Every job of the page works with it. */
export interface Store {
  readonly model: () => Model;
  readonly callServer: CallApi;
  readonly say: (id: TextId) => string;
  /** Changes the model and draws. */
  readonly update: (change: Partial<Model>) => void;
  /** Changes it without drawing: an `update` follows. */
  readonly set: (change: Partial<Model>) => void;
  readonly drop: (...keys: readonly Optional[]) => void;
  /** Says something and is ready for the user again. */
  readonly notify: (notice: Notice, change?: Partial<Model>) => void;
  /** Runs something that may fail; a failure is a sentence and a way forward, never an endless wait. */
  readonly attempt: (run: () => Promise<void>, again: () => void) => void;
  /** What went wrong, for the user; an error of the page itself may quote a cell and says nothing to anybody but us. */
  readonly sentenceOf: (problem: unknown) => string;
}

export function createStore(callServer: CallApi, first: Model, draw: (model: Model) => void): Store {
  let model = first;
  const say: Store['say'] = (id) => texts[id][model.language];
  const set: Store['set'] = (change) => {
    model = { ...model, ...change };
  };
  const update: Store['update'] = (change) => {
    set(change);
    draw(model);
  };
  const drop: Store['drop'] = (...keys) => {
    const rest = { ...model };
    for (const key of keys) delete rest[key];
    model = rest;
  };
  const notify: Store['notify'] = (notice, change = {}) => update({ ...change, phase: 'idle', notice });
  const sentenceOf = (problem: unknown) => (problem instanceof ServerProblem ? problem.sentence[model.language] : say('unexpected'));
  async function attemptNow(run: () => Promise<void>, again: () => void): Promise<void> {
    try {
      await run();
    } catch (problem) {
      if (problem instanceof ScanCancelled) notify({ text: say('cancelled') });
      else notify({ text: sentenceOf(problem), isProblem: true, next: [{ label: 'again', run: again }] });
    }
  }
  return {
    model: () => model,
    callServer,
    say,
    update,
    set,
    drop,
    notify,
    attempt: (run, again) => void attemptNow(run, again),
    sentenceOf,
  };
}
