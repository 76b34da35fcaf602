import type { Assessment, FrameworkResult } from '../../core/assessment/assessment.ts';
import { businessesOf } from './asked.ts';
import type { Voice } from './voice.ts';

/** What a reader must know of the framework before the rest: a retired edition, unverified ids, conflicts. */
export function noticesOf(
  { edition, notes, requirements }: FrameworkResult,
  { date, name, say, text }: Voice,
): readonly string[] {
  const notices: string[] = [];
  if (edition.status === 'retired') {
    notices.push(
      edition.retiredOn === undefined
        ? say('notice.retired')
        : say('notice.retired-on', { day: date(edition.retiredOn) }),
    );
    if (edition.supersededBy !== undefined) {
      notices.push(say('notice.superseded', { id: name(edition.supersededBy) }));
    }
  }
  for (const note of notes ?? []) notices.push(text(note));
  const count = requirements.filter(({ confidence }) => confidence !== 'verified').length;
  if (count > 0) notices.push(say('notice.unverified', { count, total: requirements.length }));
  const conflicts = requirements.filter(({ statement }) => statement?.conflict === true).length;
  if (conflicts > 0) notices.push(say('notice.conflicts', { count: conflicts }));
  return notices;
}

/** What has to be known of how the targets were read; of several it is said which. */
export const caveatNotices = ({ targets }: Assessment, { name, say, wording }: Voice) =>
  targets.flatMap(({ id, caveats = [] }) =>
    caveats.map(({ said }) =>
      targets.length > 1 ? `${name(id)}${say('scope.colon')}${wording(said)}` : wording(said),
    ),
  );

/** That subjects were left out, wherever there are any. */
export function outsideNotice({ system }: Assessment, { say }: Voice): readonly string[] {
  const count = system?.outside.length ?? 0;
  return count > 0 ? [say('notice.outside', { count })] : [];
}

/** For which kind of payment business the chapters are, where a standard has chapters for several. */
export function businessNotice(
  { frameworks, system }: Assessment,
  shown: FrameworkResult | undefined,
  { say }: Voice,
): readonly string[] {
  const whole = frameworks.find(({ id }) => id === shown?.id);
  const businesses = whole ? businessesOf(whole) : [];
  const [first] = businesses;
  if (whole === undefined || first === undefined) return [];
  const named = businesses.find((each) => each === system?.papers?.payment?.business);
  if (named) return [say('notice.business', { kind: say(`business.${named}`) })];
  return [say('notice.no-business', { kind: say(`business.${first}`), id: whole.id })];
}
