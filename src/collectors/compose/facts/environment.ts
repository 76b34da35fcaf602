import { missing, sourced } from '../../partly.ts';
import type { Redactor } from '../../secrets/create-redactor.ts';
import { sourceAt } from '../node.ts';
import type { ServiceFiles } from '../service-files.ts';
import type { Said } from './said.ts';
import { text } from '../../../core/text.ts';

/** The variables of a service; of a file that is not there nobody knows how many it sets, so that none of the list counts as read. */
export function environmentOf(
  said: Said,
  { environment, absent: [absent] }: ServiceFiles,
  redactor: Redactor,
) {
  if (absent) {
    const detail = text(
      `${absent.name} is not there, and so nobody knows what it sets`,
      `${absent.name} 不存在，无从得知其设置的内容`,
    );
    return missing({ reason: 'unavailable', detail, source: sourceAt(absent.place) });
  }
  return said.at(
    said.field('environment') ?? said.field('env_file'),
    Array.from(environment, ([key, { value, place }]) =>
      sourced(redactor.classify(key, value), sourceAt(place)),
    ),
  );
}
