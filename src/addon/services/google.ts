/** Short names for the objects of the Spreadsheet service. */
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;
export type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;
export type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;
export type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
export type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
