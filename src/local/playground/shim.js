// `google.script.run` for the real sidebar in a sandboxed frame: what it says goes to the page around it, and from there to the add-on.
{
  const waiting = new Map();
  const MOST_IN_FLIGHT = 10;
  let last = 0;
  // What Google refuses to carry, it refuses here too.
  const check = (value) => {
    if (typeof value === 'function' || value instanceof Date || value instanceof Node)
      throw new TypeError('Failed due to illegal value in property: 0');
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(check);
  };
  const runner = (success, failure) =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler') return (handler) => runner(handler, failure);
          if (name === 'withFailureHandler') return (handler) => runner(success, handler);
          if (name === 'withUserObject') return () => runner(success, failure);
          if (name !== 'callApi') throw new TypeError(`google.script.run.${String(name)} is not a function`);
          return (...args) => {
            args.forEach(check);
            if (waiting.size >= MOST_IN_FLIGHT) {
              failure?.(new Error('ScriptError: too many calls at once'));
              return;
            }
            const id = ++last;
            waiting.set(id, { success, failure });
            parent.postMessage({ id, method: args[0], argument: args[1] }, '*');
          };
        },
      },
    );
  addEventListener('message', ({ source, data }) => {
    const call = source === parent ? waiting.get(data.id) : undefined;
    if (!call) return;
    waiting.delete(data.id);
    if (data.problem === undefined) call.success?.(data.result);
    else call.failure?.(new Error(data.problem));
  });
  window.google = { script: { run: runner(), host: { close: () => parent.postMessage({ closes: true }, '*') } } };
}
