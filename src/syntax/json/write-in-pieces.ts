import { jsonText } from './json-text.ts';
/**
 * About as much as is held at once, in UTF-16 units: few enough that a portion is gone before the garbage collector
 * takes its pieces for something that stays, and many enough that writing them one by one costs little.
 */
const portion = 1 << 13;

/** Gathers small pieces into portions, so that the writer is not called for each. */
export function* inPortions(pieces: Iterable<string>): Generator<string> {
  let pending = '';
  for (const piece of pieces) {
    pending += piece;
    if (pending.length > portion) {
      yield pending;
      pending = '';
    }
  }
  if (pending !== '') yield pending;
}

/** Writes a JSON array an item at a time: of a large one the whole text would take more memory than all else. */
export function* arrayPieces(items: Iterable<unknown>): Generator<string> {
  yield '[';
  let first = true;
  for (const item of items) {
    yield `${first ? '\n' : ',\n'}${jsonText(item)}`;
    first = false;
  }
  yield ']';
}
