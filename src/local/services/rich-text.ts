import type { Book } from '../book/book.ts';
import type { Style } from '../book/parts.ts';
import { fakeOf, type Runtime } from './runtime.ts';

type Official = GoogleAppsScript.Spreadsheet.RichTextValue;
type OfficialBuilder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;
type OfficialStyle = GoogleAppsScript.Spreadsheet.TextStyle;
type OfficialStyleBuilder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;

/** How a text looks, as far as a script said. */
type TextStyle = { readonly [Look in 'bold' | 'fontSize']?: Style[Look] | undefined };

/** A text in one style, of which parts lead somewhere. */
interface RichText {
  readonly text: string;
  readonly links: readonly string[];
  readonly style: TextStyle;
}

export const richTextOf = (exposed: Official): RichText => fakeOf<RichTextFake>(exposed).richText;

class RichTextFake implements Pick<Official, 'getText' | 'getTextStyle'> {
  constructor(
    private readonly runtime: Runtime,
    readonly richText: RichText,
  ) {}

  getText = () => this.richText.text;
  getTextStyle = () => exposedStyle(this.runtime, this.richText.style);
}

export const exposedText = (runtime: Runtime, richText: RichText): Official =>
  runtime.expose<Official>('RichTextValue', new RichTextFake(runtime, richText));

class RichTextBuilderFake implements Pick<OfficialBuilder, 'setText' | 'setTextStyle' | 'setLinkUrl' | 'build'> {
  private text = '';
  private links: readonly string[] = [];
  private style: TextStyle = {};

  constructor(private readonly runtime: Runtime) {}

  setText(text: string): OfficialBuilder {
    this.text = text;
    return this.exposed();
  }

  setTextStyle(...given: [OfficialStyle | null] | [number, number, OfficialStyle | null]): OfficialBuilder {
    if (given.length !== 1 || given[0] === null) throw new Error('A style over a part of a text is not in the local services');
    if (this.text === '') throw new Error('Exception: Illegal argument.');
    this.style = fakeOf<TextStyleFake>(given[0]).style;
    return this.exposed();
  }

  setLinkUrl(...given: [string | null] | [number, number, string | null]): OfficialBuilder {
    if (given.length !== 3) throw new Error('A link over a whole text is not in the local services');
    const [start, end, url] = given;
    if (url === null) throw new Error('Taking a link away is not in the local services');
    if (start < 0 || end <= start || end > this.text.length) throw new Error('Exception: Illegal argument.');
    this.links = [...this.links, url];
    return this.exposed();
  }

  build = () => exposedText(this.runtime, { text: this.text, links: this.links, style: this.style });

  private exposed = () => this.runtime.expose<OfficialBuilder>('RichTextValueBuilder', this);
}

export const richTextBuilder = (runtime: Runtime) =>
  runtime.expose<OfficialBuilder>('RichTextValueBuilder', new RichTextBuilderFake(runtime));

class TextStyleFake implements Pick<OfficialStyle, 'isBold' | 'getFontSize'> {
  constructor(readonly style: TextStyle) {}

  isBold = () => this.style.bold ?? null;
  getFontSize = () => this.style.fontSize ?? null;
}

const exposedStyle = (runtime: Runtime, style: TextStyle): OfficialStyle =>
  runtime.expose<OfficialStyle>('TextStyle', new TextStyleFake(style));

class TextStyleBuilderFake implements Pick<OfficialStyleBuilder, 'setBold' | 'setFontSize' | 'build'> {
  private style: TextStyle = {};

  constructor(private readonly runtime: Runtime) {}

  setBold(bold: boolean | null): OfficialStyleBuilder {
    this.style = { ...this.style, bold: bold ?? undefined };
    return this.exposed();
  }

  setFontSize(fontSize: number | null): OfficialStyleBuilder {
    this.style = { ...this.style, fontSize: fontSize ?? undefined };
    return this.exposed();
  }

  build = () => exposedStyle(this.runtime, this.style);

  private exposed = () => this.runtime.expose<OfficialStyleBuilder>('TextStyleBuilder', this);
}

export const textStyleBuilder = (runtime: Runtime) =>
  runtime.expose<OfficialStyleBuilder>('TextStyleBuilder', new TextStyleBuilderFake(runtime));

/** The cell that a link within the file leads to, as a file names it; Google takes any link, the local services only these. */
export function cellOfLink(url: string, book: Book): string {
  const [, id, cell] = /^#gid=(\d+)&range=([A-Z]+\d+)$/.exec(url) ?? [];
  const sheet = book.sheets.find((one) => String(one.id) === id);
  if (!sheet || cell === undefined) throw new Error(`The link ${url} is not in the local services`);
  return `'${sheet.name.replace(/'/g, "''")}'!${cell}`;
}
