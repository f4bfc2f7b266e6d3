import type { Book } from '../book/book.ts';
import { fakeOf, type Runtime } from './runtime.ts';

type Official = GoogleAppsScript.Spreadsheet.RichTextValue;
type OfficialBuilder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;

/** A text of which parts lead somewhere. */
export interface RichText {
  readonly text: string;
  readonly links: readonly string[];
}

export const richTextOf = (exposed: Official): RichText => fakeOf<RichText>(exposed);

class RichTextBuilderFake implements Pick<OfficialBuilder, 'setText' | 'setLinkUrl' | 'build'> {
  private text = '';
  private links: readonly string[] = [];

  constructor(private readonly runtime: Runtime) {}

  setText(text: string): OfficialBuilder {
    this.text = text;
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

  build = () => this.runtime.expose<Official>('RichTextValue', { text: this.text, links: this.links } satisfies RichText);

  private exposed = () => this.runtime.expose<OfficialBuilder>('RichTextValueBuilder', this);
}

export const richTextBuilder = (runtime: Runtime) =>
  runtime.expose<OfficialBuilder>('RichTextValueBuilder', new RichTextBuilderFake(runtime));

/** The cell that a link within the file leads to, as a file names it; Google takes any link, the local services only these. */
export function cellOfLink(url: string, book: Book): string {
  const [, id, cell] = /^#gid=(\d+)&range=([A-Z]+\d+)$/.exec(url) ?? [];
  const sheet = book.sheets.find((one) => String(one.id) === id);
  if (!sheet || cell === undefined) throw new Error(`The link ${url} is not in the local services`);
  return `'${sheet.name.replace(/'/g, "''")}'!${cell}`;
}
