import { imageNoPipeToShell } from '../../../src/controls/image/image-no-pipe-to-shell.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { runs, stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

const piped = 'curl https://example.org/x | sh';
const check = (...test: readonly string[]) => ({
  healthCheck: { state: 'set' as const, test: [...test], intervalSeconds: null },
});
const imported = { ...compliantImage.history[0], instruction: '', createdBy: '' };

describeControl(imageNoPipeToShell, compliantImage, {
  pass: {
    ...runs(
      'curl -fsSL https://example.org/x.tar.gz | tar -xz -C /opt',
      'curl -fsSL https://example.org/key | gpg --dearmor -o /usr/share/keyrings/x.gpg',
      'curl -fsSL https://example.org/x -o x && echo "0 x" | sha256sum -c && sh x',
      'curl https://example.org/x || sh -c "exit 1"',
      'curl https://example.org/x.json | python3 -m json.tool',
      'curl https://example.org/sums | shasum -c',
      'curl https://example.org/x | sh -c "cat > /x"',
      'wget -O- https://example.org/x | tee x',
    ),
    'a command that is not run': stepOf('CMD ["/bin/sh" "-c" "curl x | sh"]', 'CMD'),
  },
  fail: {
    ...runs(
      'curl -fsSL https://example.org/x | sh',
      'curl -fsSL https://example.org/x | bash -s -- -y',
      'wget -qO- https://example.org/x | /bin/bash -',
      'curl -sL https://example.org/x | sudo -E bash -',
      'curl -sSL https://example.org/x | POETRY_HOME=/opt python3 -',
      'curl https://example.org/x | python3',
      'curl https://example.org/x | tee /x | sh',
      'curl https://example.org/x | sh && apt-get update',
      'bash <(curl -s https://example.org/x)',
      'sh -c "$(curl -fsSL https://example.org/x)"',
      'eval "$(wget -qO- https://example.org/x)"',
      'set -e; curl https://example.org/x | perl',
    ),
    'what containers start with': { facts: { command: ['/bin/sh', '-c', piped] } },
    'a health check': { facts: check('CMD-SHELL', piped) },
    'a health check without a shell of its own': { facts: check('CMD', 'bash', '-c', piped) },
    'an imported image that starts so': {
      facts: { history: [imported], command: ['sh', '-c', piped] },
    },
    PowerShell: { facts: { command: ['pwsh', '-c', 'irm https://example.org/x | iex'] } },
    'the classic builder’s form': stepOf('/bin/sh -c curl https://example.org/x | sh'),
  },
  notApplicable: { 'an imported image': stepOf('', '') },
  unknown: {
    ...runs(
      'curl https://example.org/x.json | python3 -c "import json"',
      'cat x | sh',
      'echo "x',
      '. ./x.env',
    ),
    'a start that is not understood': { facts: { command: ['sh', '-c', 'if x; then'] } },
    'the command was not read': { denied: ['/command'] },
    'the history was not read': { denied: ['/history'] },
    'a step was not understood': {
      ...stepOf('RUN /bin/sh -c if x; then'),
      denied: ['/history/0/commands/-'],
    },
  },
});
