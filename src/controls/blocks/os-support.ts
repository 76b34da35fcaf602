import { z } from 'zod';
import { fail, unknown, type Verdict } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';
import { supportEnd, supportEnds } from '../../knowledge/os-support.ts';
import { daysBetween } from './days.ts';

/** A system by its os-release. */
interface System {
  readonly id: string;
  readonly version: string;
  readonly name: string;
}

/** Parameters of controls that judge whether a system still gets fixes. */
export const supportParams = z.object({
  ends: z.record(z.string(), z.iso.date()).default({}).meta({
    en: 'Days on which support ends, by id and version of os-release: `{"debian 11": "2031-06-30"}`. They come before the built-in table of July 2026, and are empty unless you have a contract or a system that it does not know.',
    zh: '按 os-release 的 ID 与版本写明维护截止日期，例如 `{"debian 11": "2031-06-30"}`，优先于内置的 2026 年 7 月版本表。默认为空；已购买延长支持或系统不在表中时填写。',
  }),
});

/** Where the makers of systems say until when they support them. */
export const supportReferences = [
  'https://wiki.debian.org/LTS',
  'https://ubuntu.com/about/release-cycle',
  'https://alpinelinux.org/releases/',
  'https://access.redhat.com/support/policy/updates/errata',
] as const;

/** The day on which the support of a release ends; `undefined` where neither table has it. */
export const endOf = (
  { id, version }: Pick<System, 'id' | 'version'>,
  params: z.output<typeof supportParams>,
): string | undefined =>
  supportEnd(id, version, params.ends) ?? supportEnd(id, version, supportEnds);

/** Whether a system still got fixes when it was read. */
export function isSupported(
  system: System,
  {
    params,
    collectedAt,
  }: { readonly params: z.output<typeof supportParams>; readonly collectedAt: string },
): true | Verdict {
  const { id, version, name } = system;
  const end = endOf(system, params);
  if (end === undefined) {
    return unknown(
      text(
        `The table of July 2026 does not know ${name} (${id} ${version})`,
        `2026 年 7 月的版本表中没有 ${name}（${id} ${version}）`,
      ),
    );
  }
  // Through the whole of its last day.
  if (daysBetween(end, collectedAt) < 1) return true;
  return fail(text(`The support of ${name} ended on ${end}`, `${name} 已于 ${end} 停止维护`));
}
