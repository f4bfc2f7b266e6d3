/** The same work, done when first asked for and kept. */
export function lazily<Value>(work: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}
