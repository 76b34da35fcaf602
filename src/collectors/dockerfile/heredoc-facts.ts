import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import {
  curlFile,
  holdsUncheckedSetting,
  uncheckedCurlLine,
} from '../../knowledge/verification/unchecked-settings.ts';

type Heredoc = NonNullable<Dockerfile['copies'][number]['heredocs']>[number];

/** The beginning of a line of `/etc/passwd` or `/etc/shadow`: a name of an account, or a variable in it. */
const accountLine = /^([\w.$\x7b\x7d-]{1,64}):([^:]*):([^:]*)(?::|$)/;

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
  verificationOff:
    holdsUncheckedSetting(body) ||
    (curlFile.test(String(destination)) && uncheckedCurlLine.test(body)),
});
