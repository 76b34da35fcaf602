/**
 * Gives a function that makes something of a list once and knows it from then on: a list of names stands in the
 * parameters of a control and is the same for all that is judged, the commands of a script are those of many controls.
 */
export function oncePerList<Made, Item = string>(
  make: (list: readonly Item[]) => Made,
): (list: readonly Item[]) => Made {
  const known = new WeakMap<readonly Item[], { readonly made: Made }>();
  return (list) => {
    let entry = known.get(list);
    if (entry === undefined) known.set(list, (entry = { made: make(list) }));
    return entry.made;
  };
}
