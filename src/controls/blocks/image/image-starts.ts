import type { ImageFacts } from '../../../core/subjects/image.ts';
import { commandScript } from '../../../build-analysis/scripts/command-script.ts';
import type { ReadScript } from '../../../build-analysis/scripts/script.ts';

/** Something that containers of an image run by themselves, and the fact that has it. */
export interface ImageStart {
  readonly at: string;
  readonly words: readonly string[];
  readonly script: ReadScript;
}

/** Entrypoint and command of an image, and what looks whether its containers are healthy. */
export function startsOf({ command, healthCheck }: ImageFacts): readonly ImageStart[] {
  const [kind, ...test] = healthCheck.test;
  const check = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...test] : kind === 'CMD' ? test : [];
  return [
    { at: '/command', words: command },
    { at: '/healthCheck/test', words: check },
  ].flatMap(({ at, words }) =>
    words.length === 0
      ? []
      : [{ at, words, script: { text: words.join(' '), commands: commandScript(words).tree } }],
  );
}
