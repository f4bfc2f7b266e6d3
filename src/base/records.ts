/** The value stored under a key that came from outside: `constructor` and `__proto__` are keys like any other. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  // Object.hasOwn is younger than the runtime we build for.
  return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}
