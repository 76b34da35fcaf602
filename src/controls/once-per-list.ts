/**
 * Gives a function that makes something of a list of names once and knows it from then on: such a list stands in the
 * parameters of a control, and is the same for all that is judged.
 */
export function oncePerList<Made>(
  make: (list: readonly string[]) => Made,
): (list: readonly string[]) => Made {
  const known = new WeakMap<readonly string[], { readonly made: Made }>();
  return (list) => {
    let entry = known.get(list);
    if (entry === undefined) known.set(list, (entry = { made: make(list) }));
    return entry.made;
  };
}
