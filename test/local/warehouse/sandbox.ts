import { createContext, runInContext } from 'node:vm';

/** What the language itself has, and nothing besides: no host’s objects, and none of V8’s that a warehouse’s sandbox need not have. */
const language = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error AggregateError
  EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array
  Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet Proxy
  Reflect decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN`.split(/\s+/),
);

/** A bare context with the script in it. What it returns crosses as JSON, dates as marked texts. */
export function sandboxWith(script: string): (expression: string, values?: unknown) => unknown {
  const context = createContext(Object.create(null));
  const names = runInContext('Object.getOwnPropertyNames(globalThis)', context) as readonly string[];
  for (const name of names) if (!language.has(name)) runInContext(`delete globalThis[${JSON.stringify(name)}]`, context);
  runInContext(script, context);
  return (expression, values = null) => {
    const text = JSON.stringify(values, function (key) {
      // `toJSON` has already made a text of the date that stands there.
      const own: unknown = (this as Record<string, unknown>)[key];
      return own instanceof Date ? { moment: own.getTime() } : own;
    });
    const code = `JSON.stringify((function (values) { return ${expression}; })(JSON.parse(${JSON.stringify(text)}, function (key, value) {
      return value !== null && typeof value === 'object' && 'moment' in value ? new Date(value.moment) : value;
    })))`;
    const result: unknown = runInContext(code, context);
    return typeof result === 'string' ? (JSON.parse(result) as unknown) : undefined;
  };
}
