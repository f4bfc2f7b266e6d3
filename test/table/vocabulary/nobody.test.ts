import { describe, expect, it } from 'vitest';
import { isNobody } from '../../../src/table/vocabulary/nobody.ts';

describe('isNobody', () => {
  it.each(['Unassigned', 'No owner', 'не назначен', 'Не назначена', 'TBD', '?', '???', 'tbd.', 'nobody', 'никто', 'уточняется'])(
    'takes %j for no name',
    (cell) => expect(isNobody(cell)).toBe(true),
  );
  it.each(['Ольга', 'Nobody Knows Ltd', 'Tobias', 'Анна?', 'Назначенов', 'N. Owner'])('takes %j for a name', (cell) =>
    expect(isNobody(cell)).toBe(false),
  );
});
