import type { Stage } from '../../syntax/dockerfile/resolve-stages.ts';
import { sourced } from '../gathering/partial-facts.ts';
import { placeOf } from './instruction-context.ts';

const onlyLast = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'] as const;

/** The instructions of a stage of which the builder keeps the last one of a kind, without that. */
export function replacedIn({ index, instructions }: Stage, path: string) {
  return onlyLast.flatMap((instruction) =>
    instructions
      .filter(({ keyword }) => keyword === instruction)
      .slice(0, -1)
      .map((each) => sourced({ instruction, stage: index }, placeOf(path, each))),
  );
}
