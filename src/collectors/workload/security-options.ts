import { parseGoBoolean } from '../../syntax/go-boolean.ts';
import { missing, type Missing } from '../gathering/partial-facts.ts';
import { readSeccompProfile } from './seccomp-profile.ts';
import { text } from '../../core/text.ts';

/** The security options of a container, each as far as it was given. */
export interface SecurityOptions {
  readonly seccomp?: {
    readonly mode: 'default' | 'unconfined' | 'custom';
    readonly allowsAll: boolean | Missing;
    readonly allowedDangerous?: readonly string[] | Missing;
  };
  readonly apparmor?: string;
  readonly selinuxDisabled: boolean;
  /** The type of its label, the last of several; its user, its role and its level confine nothing by themselves. */
  readonly selinuxType?: string;
  readonly noNewPrivileges?: boolean;
  /** Lifted by the option itself; Docker's command line turns it into empty lists of paths. */
  readonly systemPathsUnconfined: boolean;
}

/**
 * Reads security options in both spellings, `name=value` and the older `name:value`; the last one wins, but for `label`, of
 * which there are several: `disable` among them switches the label off.
 */
export function parseSecurityOptions(options: readonly string[]): SecurityOptions {
  const values = new Map<string, string>();
  let selinuxDisabled = false;
  let selinuxType: string | undefined;
  for (const option of options) {
    const at = option.search(/[=:]/);
    const name = at < 0 ? option : option.slice(0, at);
    const value = at < 0 ? '' : option.slice(at + 1);
    values.set(name, value);
    if (name !== 'label') continue;
    if (value === 'disable') selinuxDisabled = true;
    else if (value.startsWith('type:')) selinuxType = value.slice('type:'.length);
  }
  const seccomp = values.get('seccomp');
  const apparmor = values.get('apparmor');
  const noNewPrivileges = values.get('no-new-privileges');
  return {
    selinuxDisabled,
    ...(selinuxType === undefined ? {} : { selinuxType }),
    systemPathsUnconfined: values.get('systempaths') === 'unconfined',
    ...(seccomp === undefined ? {} : { seccomp: parseSeccomp(seccomp) }),
    ...(apparmor === undefined ? {} : { apparmor }),
    ...(noNewPrivileges === undefined
      ? {}
      : { noNewPrivileges: noNewPrivileges === '' || parseGoBoolean(noNewPrivileges) === true }),
  };
}

/**
 * Reads a seccomp option: a word, or a whole profile as JSON; only what it allows is kept. Docker puts the profile
 * itself into the option; Podman the name of a file.
 */
export function parseSeccomp(value: string): NonNullable<SecurityOptions['seccomp']> {
  if (value === 'unconfined') return { mode: 'unconfined', allowsAll: true };
  if (value === '' || value === 'builtin' || value === 'default') {
    return { mode: 'default', allowsAll: false };
  }
  return { mode: 'custom', ...(readSeccompProfile(value) ?? unreadProfile(value)) };
}

function unreadProfile(value: string) {
  const named = value.startsWith('/');
  const unread = missing({
    reason: named ? 'unavailable' : 'not-understood',
    detail: named
      ? text(
          'the engine names the file of its seccomp profile, and not what it holds',
          '引擎只给出 seccomp 配置的文件名，未给出其内容',
        )
      : text('its seccomp profile was not understood', '无法解析其 seccomp 配置'),
  });
  return { allowsAll: unread, allowedDangerous: unread };
}
