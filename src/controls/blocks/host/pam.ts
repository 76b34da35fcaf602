import type { PlainCheck } from '../../../core/controls/check.ts';
import { notApplicable } from '../../../core/controls/verdict.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text } from '../../../core/text.ts';
import { notRead } from './not-read.ts';

type Pam = NonNullable<HostFacts['pam']>;

/** A service by which people log in. */
export type PamLogin = Pam['logins'][number];

/** A service by which a password is changed. */
export type PamChange = Pam['changes'][number];

const noPam = notApplicable(text('The host has no PAM', '宿主机没有 PAM'));

/** Applies to hosts on which PAM decides on passwords. */
export const wherePamDecides: PlainCheck<HostFacts> = (h) =>
  h.pam === undefined ? notRead : h.pam !== null || noPam;
