import { isMissing, missing, read, type Missing } from '../../gathering/partial-facts.ts';
import { shortfall, valuesOf, type Listing } from '../reading/listing.ts';
import type { ReadImage } from '../reading/read-objects.ts';

/** Tells which images of a listing an image is built on: it has all of their layers, lowest first, and more. */
export function basesOf(images: Listing<ReadImage>): (id: string) => readonly string[] | Missing {
  const failure = shortfall(images);
  if (failure) return () => missing(failure);
  const layersOf = read(
    () => new Map(valuesOf(images).map(({ raw }) => [raw.Id, raw.RootFS?.Layers ?? []])),
  );
  if (isMissing(layersOf)) return () => layersOf;
  // A stack of layers is known by the number of the one below it and its highest layer.
  const stacks = new Map<string, number>();
  const stackOf = (below: number, layer: string): number => {
    const key = `${below} ${layer}`;
    const known = stacks.get(key) ?? stacks.size + 1;
    stacks.set(key, known);
    return known;
  };
  const below = new Map<string, readonly number[]>();
  const imagesAt = new Map<number, string[]>();
  for (const [id, layers] of layersOf) {
    let stack = 0;
    const passed: number[] = [];
    for (const layer of layers) {
      passed.push(stack);
      stack = stackOf(stack, layer);
    }
    below.set(id, passed);
    const known = imagesAt.get(stack);
    if (known) known.push(id);
    else imagesAt.set(stack, [id]);
  }
  // No image is built on one without a layer.
  imagesAt.delete(0);
  return (id) =>
    (below.get(id) ?? []).toReversed().flatMap((stack) => (imagesAt.get(stack) ?? []).toSorted());
}
