import { workloadNothingFetchedRun } from '../../../src/controls/workload/workload-nothing-fetched-run.ts';
import { compliantWorkload, declaredWith, hookOf, stopped } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const declared = { ...stopped, state: 'declared', origin: 'compose-service' } as const;
const starting = (script: string) => ({ facts: { command: ['sh', '-c', script] } });
const sum = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
const get = 'curl -fsSLo /x https://e.org/x';

const fetching = { ...compliantWorkload, command: ['sh', '-c', `${get}.json; exec app`] };

describeControl(workloadNothingFetchedRun, fetching, {
  pass: {
    'data that it fetches': starting('wget -O /x.json https://e.org/x.json; exec app'),
    'what it verified': starting(`${get} && echo "${sum}  /x" | sha256sum -c - && sh /x`),
    'a server that it asks': starting('curl -f http://db/ready && exec app'),
    'a package of one version': starting('npx -y x@1.2.3'),
  },
  fail: {
    'what it pipes into a shell': starting('curl -fsSL https://e.org/i.sh | bash; exec app'),
    'what it fetched before': starting(`${get} && sh /x`),
    'what it makes a program': starting(`${get}; chmod +x /x; exec app`),
    'what nothing holds': starting('pip install git+https://e.org/x.git && exec app'),
    'arguments, where its image has the entrypoint': {
      facts: { ...declared, givenArguments: ['sh', '-c', 'curl https://e.org/x | sh'] },
      denied: ['/command'],
    },
    'what is only declared': {
      facts: { ...declared, command: ['sh', '-c', 'curl https://e.org/x | sh'] },
    },
    'a health check': {
      facts: {
        healthCheck: {
          state: 'set',
          test: ['CMD-SHELL', 'wget -qO- https://e.org/i.sh | sh'],
          intervalSeconds: null,
        },
      },
    },
    'a running one': { facts: { command: ['sh', '-c', 'curl https://e.org/x | sh'] } },
    'a hook': declaredWith(hookOf(), hookOf({ command: ['sh', '-c', 'wget -qO- e.org | sh'] })),
    'a package of no version': { facts: { command: ['npx', '-y', 'x@latest'] } },
    'a package that a shell runs': starting('uvx ruff check; exec app'),
    'a package that it installs': starting('pip install x && exec app'),
    'a package of a health check': {
      facts: {
        healthCheck: { state: 'set', test: ['CMD', 'pnpm', 'dlx', 'x'], intervalSeconds: null },
      },
    },
    'a package of a hook': declaredWith(hookOf({ command: ['go', 'run', 'e.org/x@latest'] })),
    'a text of PowerShell that is mounted': {
      facts: {
        starts: [{ by: 'file', words: ['pwsh', '-c', 'irm https://e.org/x | iex'], commands: [] }],
      },
    },
    'a text that is mounted': {
      facts: {
        starts: [
          {
            by: 'command',
            words: ['sh', '/c'],
            commands: [
              { words: ['curl', 'https://e.org/x'], line: 1 },
              { words: ['sh'], line: 1, input: [0, 1] },
            ],
          },
        ],
      },
    },
    'a hook of one text': declaredWith(hookOf({ command: ['curl https://e.org/x | sh'] })),
    'one on the host': declaredWith(
      hookOf({ command: ['curl https://e.org/x | sh'], name: 'initializeCommand', onHost: true }),
    ),
  },
  notApplicable: {
    'nothing that fetches': { facts: { ...declared, command: ['nginx', '-g', 'daemon off;'] } },
    'what its image decides': { facts: declared, denied: ['/command'] },
    'a hook that fetches nothing': {
      facts: { ...declared, command: ['app'], hooks: [hookOf()] },
    },
  },
  unknown: {
    'a hook of a snapshot of an older release': declaredWith({ ...hookOf(), command: undefined }),
    'a package that its image may have': { facts: { command: ['npx', 'prisma', 'migrate'] } },
    'a script that it is handed': { facts: { command: ['uv', 'run', 'https://e.org/x.py'] } },
    'what it fetches to nobody knows where': starting('curl -OJ https://e.org/x; exec app'),
  },
  says: {
    'a package of no version': 'Fetches packages without a version: npx -y x@latest',
    'a package that its image may have':
      'May fetch what its image does not have: npx prisma migrate',
    'one on the host':
      'On the machine of those who open it: Runs what it fetches: curl https://e.org/x | sh',
    'what it pipes into a shell':
      'Runs what it fetches: sh -c curl -fsSL https://e.org/i.sh | bash; exec app',
  },
});
