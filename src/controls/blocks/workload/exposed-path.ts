import { text, type Text } from '../../../core/text.ts';
import { hostPlaces } from '../../../knowledge/host-places.ts';
import { liesWithin } from '../../../syntax/paths/listed-paths.ts';

/** What a host path that is mounted is to the host, as a message goes on behind its name. */
export interface Exposed {
  /** Where a container has it. */
  readonly given: Text;
  /** Where a container may write to it. */
  readonly writable: Text;
}

/**
 * Says what a host path gives away, and no more than that.
 *
 * @param path that is mounted
 * @param listed the sensitive path that is found in it: it, one above it or one below it
 */
export function exposedBy(path: string, listed: string): Exposed {
  if (!liesWithin(path, listed)) {
    return {
      given: text(` gives away ${listed}`, ` 暴露敏感路径 ${listed}`),
      writable: text(` lets it write to ${listed}`, ` 使其可写入 ${listed}`),
    };
  }
  const place = hostPlaces.get(path.replace(/(?<=.)\/$/, ''));
  if (place !== undefined) {
    return {
      given: text(` is ${place.en}`, ` 即${place.zh}`),
      writable: text(` is ${place.en}, and writable`, ` 即${place.zh}，且可写`),
    };
  }
  return {
    given: text(` lies within ${listed} of the host`, ` 位于宿主机 ${listed} 之内`),
    writable: text(
      ` is writable, and lies within ${listed} of the host`,
      ` 可写，且位于宿主机 ${listed} 之内`,
    ),
  };
}
