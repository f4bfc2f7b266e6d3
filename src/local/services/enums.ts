/** Google's enumerations: a value is an object of its own, and a text of the same letters is none. */
class EnumValue {
  constructor(
    readonly enumeration: string,
    readonly label: string,
  ) {}
  readonly name = () => this.label;
  readonly toString = () => this.label;
  readonly toJSON = () => this.label;
}

const values = new Map<string, EnumValue>();

/** The one value of that name: a script compares values by `===`. */
export function enumValue(enumeration: string, label: string): EnumValue {
  const key = `${enumeration}.${label}`;
  const value = values.get(key) ?? new EnumValue(enumeration, label);
  values.set(key, value);
  return value;
}

/** An enumeration as a script finds it under a service. */
export const enumOf = (enumeration: string, labels: readonly string[]): Readonly<Record<string, EnumValue>> =>
  Object.fromEntries(labels.map((label) => [label, enumValue(enumeration, label)]));

/**
 * The name of a value that a script handed over.
 * @param method as in `Sheet.addDeveloperMetadata`
 */
export function labelOf(value: unknown, enumeration: string, method: string): string {
  if (!(value instanceof EnumValue) || value.enumeration !== enumeration)
    throw new Error(`Exception: The parameters (${typeName(value)}) don't match the method signature for SpreadsheetApp.${method}.`);
  return value.label;
}

const typeName = (value: unknown) =>
  value === null
    ? 'null'
    : value instanceof EnumValue
      ? value.enumeration
      : ({ string: 'String', number: 'number' }[String(typeof value)] ?? typeof value);
