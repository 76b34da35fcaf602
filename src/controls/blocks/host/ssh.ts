import { each } from '../../../core/controls/combinators.ts';
import type { Check, PlainCheck } from '../../../core/controls/check.ts';
import { notApplicable } from '../../../core/controls/verdict.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { notRead } from './not-read.ts';
import { text, type Text } from '../../../core/text.ts';

/** What OpenSSH’s server lets whom do. */
export type Ssh = NonNullable<HostFacts['ssh']>;

/** What holds for everybody, or for those of one `Match`. */
export type SshScope = Ssh['scopes'][number];

const noServer = notApplicable(text('The host has no SSH server', '宿主机没有 SSH 服务'));
/** Applies to hosts that people reach by SSH. */
export const whereSshServes: PlainCheck<HostFacts> = (h) =>
  h.ssh === undefined ? notRead : h.ssh !== null || noServer;

/** Passes when the check passes for everybody who may come in by SSH. */
export const forEachScope = <P>(check: Check<SshScope, P>): Check<HostFacts, P> =>
  each<HostFacts, SshScope, P>((h) => h.ssh?.scopes ?? [], check);

/** Words with what they hold for, where that is not everybody. */
export const inScope = ({ match }: Pick<SshScope, 'match'>, { en, zh }: Text): Text =>
  match === '' ? text(en, zh) : text(`Match ${match}: ${en}`, `Match ${match}：${zh}`);
