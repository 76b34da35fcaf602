import { isMissing, missing, read, type Missing } from '../../partly.ts';
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
  const byLayers = new Map<string, string[]>();
  for (const [id, layers] of layersOf) {
    const key = layers.join();
    byLayers.set(key, [...(byLayers.get(key) ?? []), id]);
  }
  return (id) => {
    const layers = layersOf.get(id) ?? [];
    const bases: string[] = [];
    for (let count = layers.length - 1; count > 0; count -= 1) {
      bases.push(...(byLayers.get(layers.slice(0, count).join()) ?? []).toSorted());
    }
    return bases;
  };
}
