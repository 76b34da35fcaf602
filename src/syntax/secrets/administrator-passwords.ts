import { passwordBehind, passwordOf } from './command-passwords.ts';
import type { Shape } from './secret-shape.ts';

/** The script that gives WildFly and Keycloak an account, wherever it is. */
const addUser = String.raw`(?:[\w./\${}-]{1,200}\/)?add-user(?:-keycloak)?\.(?:sh|bat)`;

/** Its options that may stand before the account. */
const itsOptions = String.raw`(?:\s{1,4}(?:-[gr]\s{1,4}[^\s;|&]{1,100}|--?(?:[acems]|cw|application-user|confirm-warning|enable|silent)(?=\s))){0,6}`;

/** Passwords that tell programs who may administer them, who may log in elsewhere, and what opens a key. */
export const administratorShapes: readonly Shape[] = [
  {
    rule: 'account-password',
    hint: /add-user/,
    pattern: passwordOf(addUser, String.raw`(?:-p|--password)(?:\s{1,4}|=)`),
  },
  {
    rule: 'account-password',
    hint: /add-user/,
    pattern: passwordBehind(
      String.raw`${addUser}${itsOptions}\s{1,4}["']?[\w@][\w.@-]{0,100}["']?`,
    ),
  },
  {
    rule: 'account-password',
    hint: /neo4j-admin/,
    pattern: passwordBehind(
      String.raw`neo4j-admin\s{1,4}(?:dbms\s{1,4})?set-(?:initial|default-admin)-password`,
    ),
  },
  {
    rule: 'account-password',
    hint: /reset-admin-password/,
    pattern: passwordBehind(
      String.raw`grafana(?:-cli|\s{1,4}cli)\s[^|;&\n]{0,200}?admin\s{1,4}reset-admin-password`,
    ),
  },
  {
    rule: 'login-option',
    hint: /lftp/,
    pattern: passwordOf('lftp', String.raw`-u\s{0,4}["']?[^\s,"']{1,200},`),
  },
  {
    rule: 'store-password',
    hint: /ssh-keygen/,
    pattern: passwordOf('ssh-keygen', String.raw`-[NP]\s{1,4}`),
  },
];
