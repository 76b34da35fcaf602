import { z } from 'zod';
import type { Word } from './carrier.ts';

const wordsSchema = z.object({
  words: z.array(
    z.discriminatedUnion('word', [
      z.object({ word: z.literal('receipt'), seq: z.int(), parked: z.string().optional() }),
      z.object({ word: z.literal('want'), from: z.int() }),
    ]),
  ),
});

/** The words of the centre in an answer, whatever carries it; none in what is no answer. */
export function readWords(answer: unknown): readonly Word[] {
  return (wordsSchema.safeParse(answer).data?.words ?? []).map((word) => {
    if (word.word === 'want') return word;
    const { parked, ...receipt } = word;
    return parked === undefined ? receipt : { ...receipt, parked };
  });
}
