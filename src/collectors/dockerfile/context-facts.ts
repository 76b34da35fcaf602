import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import type { NamedContext } from '../gathering/named-contexts.ts';
import { missing, sourced, type Partly } from '../gathering/partial-facts.ts';

type Image = Dockerfile['images'][number];

/** What a build takes in instead of what a name says: nothing from elsewhere where the project itself has it. */
export function contextFacts(
  name: string,
  { is, reference, source }: NamedContext,
  placed: Omit<Image, 'reference' | 'spelled'>,
): readonly Partly<Image>[] {
  if (reference !== undefined) {
    return [sourced({ reference, spelled: reference, ...placed }, source)];
  }
  if (is === 'built' || (is === 'folder' && placed.use !== 'base')) return [];
  const detail = text(
    `the build has something else in the place of ${name}, and what that is is not known`,
    `构建以其他内容替代 ${name}，其内容未知`,
  );
  return [missing({ reason: 'unavailable', detail, source })];
}
