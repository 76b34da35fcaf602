import { isOpenStack } from '../../syntax/pam/open-stack.ts';
import { mayFetch } from '../../knowledge/commands/may-fetch.ts';
import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import {
  curlFile,
  holdsUncheckedSetting,
  uncheckedCurlLine,
} from '../../knowledge/verification/unchecked-settings.ts';

type Heredoc = NonNullable<Dockerfile['copies'][number]['heredocs']>[number];

/** The beginning of a line of `/etc/passwd` or `/etc/shadow`: a name of an account, or a variable in it. */
const accountLine = /^([\w.$\x7b\x7d-]{1,64}):([^:]*):([^:]*)(?::|$)/;

/** An address of the machine itself. */
const atHome = /\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/'"\s]|$)|^\s*#/;

/** What a heredoc writes into a file, as far as controls need it: nothing else of it is kept. */
export const heredocFacts = (body: string, destination: unknown): Heredoc => ({
  accounts: body.split('\n').flatMap((line) => {
    const [, name = '', password = '', number = ''] = accountLine.exec(line.trim()) ?? [];
    if (name === '') return [];
    return [
      {
        name: name.includes('$') ? null : name,
        number: /^\d{1,10}$/.test(number) ? number : null,
        emptyPassword: password === '',
      },
    ];
  }),
  ...(isOpenStack(body) ? { letsEverybodyIn: true as const } : {}),
  fetches: body.split('\n').some((line) => mayFetch(line) && !atHome.test(line)),
  verificationOff:
    holdsUncheckedSetting(body) ||
    (curlFile.test(String(destination)) && uncheckedCurlLine.test(body)),
});
