import type { PlainCheck } from '../../../core/controls/check.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text, type Text } from '../../../core/text.ts';
import { notApplicable, unknown, type Verdict } from '../../../core/controls/verdict.ts';

/** One file of a host, as its facts have it. */
export type HostFile = HostFacts['registryCertificates'][number];

/** Picks one file from a host's facts; `null` where the host has none. */
export type PickFile = (h: HostFacts) => HostFile | null;

/** Applies where the host has the file; `what` is how the reason calls it. */
export const hasFile =
  (pick: PickFile, what: Text): PlainCheck<HostFacts> =>
  (h) =>
    pick(h) !== null || notApplicable(text(`The host has no ${what.en}`, `宿主机上没有${what.zh}`));

/** The verdict on a link whose end was not looked up: its own owner and mode mean nothing. */
export const unfollowed = (path: string): Verdict =>
  unknown(
    text(
      `${path} is a symbolic link, and what it leads to was not read`,
      `${path} 是符号链接，未读取其指向的文件`,
    ),
  );
