import { describe, expect, it } from 'vitest';
import { sentenceFor, UserProblem } from '../../../src/addon/services/problems.ts';

/** What Google throws, as its reference pages, issue tracker and forums quote it. */
describe('sentenceFor', () => {
  it.each([
    ['The coordinates of the range are outside the dimensions of the sheet.', /changed meanwhile/],
    ['Those columns are out of bounds.', /changed meanwhile/],
    [
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      /protected from you/,
    ],
    ['PERMISSION_DENIED', /another account/],
    ["We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.", /another account/],
    ['You do not have permission to access the requested document.', /another account/],
    ['Authorization is required to perform that action.', /another account/],
    [
      'You do not have permission to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
      /look at this file/,
    ],
    ['You do not have permission to perform that action.', /look at this file/],
    ['Access denied: DriveApp.', /look at this file/],
    ['This operation is not allowed on cells in typed columns.', /column types/],
    ["You can't perform this action on cells in a table.", /column types/],
    ["You can't insert a column here right now. Try dragging the freeze bar to the left, or insert it elsewhere.", /unfreeze/],
    ['This action would increase the number of cells in the workbook above the limit of 10000000 cells.', /too large/],
    ['Argument too large: value', /too large/],
    ['Your input contains more than the maximum of 50000 characters in a single cell. above the limit of 50000', /too large/],
    ['Service Spreadsheets timed out while accessing document with id 1.', /did not answer in time/],
    ['Exceeded maximum execution time', /did not answer in time/],
    ['Service error: Spreadsheets', /did not answer in time/],
    ['There are too many LockService operations against the same script.', /too large/],
    ['Данное действие выполнить невозможно.', /Something went wrong/],
    ['Sie haben keine Berechtigung, auf das angeforderte Dokument zuzugreifen.', /Something went wrong/],
    ['Cannot read properties of undefined (reading "a secret cell")', /Something went wrong/],
  ])('says of %j what to do', (message, sentence) => {
    const said = sentenceFor(new Error(`Exception: ${message}`));
    expect(said.en).toMatch(sentence);
    expect(said.en).not.toContain('secret');
    expect(said.ru).not.toBe(said.en);
  });
  it('says what we say ourselves as it is', () => {
    expect(sentenceFor(new UserProblem({ en: 'a', ru: 'б' }))).toEqual({ en: 'a', ru: 'б' });
  });
});
