import type { Check } from '../../../core/controls/check.ts';
import { noneFails, type Select } from '../../../core/controls/combinators.ts';
import { fail } from '../../../core/controls/verdict.ts';
import type { ImageFacts } from '../../../core/subjects/image.ts';
import { text, type Text } from '../../../core/text.ts';
import { findHolder } from '../../../syntax/paths/listed-paths.ts';

type SecretInFile = ImageFacts['files']['privateKeys'][number];

interface Allowing {
  readonly allowed: readonly string[];
}

/**
 * Fails on each secret that was found in a file of any layer, with its place, whatever else was not looked into; passes when nothing
 * is left after what a package brings as an example and what is allowed.
 *
 * @param what such a secret, with its article in English
 */
export function noneInFiles(
  select: Select<ImageFacts, SecretInFile, Allowing>,
  what: Text,
): Check<ImageFacts, Allowing> {
  return noneFails(
    select,
    ({ path, line, rule, sample, hidden = false }, { params }) =>
      sample ||
      findHolder(path, params.allowed) !== undefined ||
      fail(
        text(
          `${what.en} is in ${path}:${line} (${rule})${hidden ? '; a later layer hides it, and anyone who pulls the image has it' : ''}`,
          `${path}:${line} 中有${what.zh}（${rule}）${hidden ? '；虽已被上层删除或覆盖，拉取镜像者仍可取得' : ''}`,
        ),
      ),
  );
}
