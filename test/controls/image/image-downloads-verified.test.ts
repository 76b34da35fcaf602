import { imageDownloadsVerified } from '../../../src/controls/image/image-downloads-verified.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { runs, stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

/** Facts of an image with these steps, the oldest first. */
const steps = (...all: readonly (readonly [string, string])[]) => ({
  facts: {
    history: all.map(([instruction, createdBy]) => ({
      ...compliantImage.history[0],
      instruction,
      createdBy,
    })),
  },
});

const fetched = ['RUN', 'RUN /bin/sh -c curl -o x.sh https://e.org/x.sh # buildkit'] as const;
const ran = ['RUN', 'RUN /bin/sh -c sh x.sh # buildkit'] as const;
const sum = '0'.repeat(64);

const verified = {
  ...compliantImage,
  history: [
    ...compliantImage.history,
    {
      ...compliantImage.history[0],
      instruction: 'RUN',
      createdBy:
        'RUN /bin/sh -c curl -o x https://e.org/x && sha256sum -c x.sum && sh x # buildkit',
    },
  ],
};

describeControl(imageDownloadsVerified, verified, {
  pass: {
    ...runs(
      'curl -o x.sh https://e.org/x.sh && echo "0 x.sh" | sha256sum -c - && sh x.sh',
      'curl https://e.org/x | sh',
    ),
    'verified in a later step': steps(
      fetched,
      ['RUN', 'RUN /bin/sh -c echo "0 x.sh" | sha256sum -c # buildkit'],
      ran,
    ),
    'added with a checksum': steps(
      ['ADD', `ADD --checksum=sha256:${sum} https://e.org/x.sh /x.sh # buildkit`],
      ['RUN', 'RUN /bin/sh -c sh /x.sh # buildkit'],
    ),
  },
  fail: {
    ...runs(
      'curl -o x.sh https://e.org/x.sh && sh x.sh',
      'wget https://e.org/x.sh && chmod +x x.sh && ./x.sh',
      'git clone https://e.org/y && y/configure',
      'scp a@h.org:x . && sh x',
      'aws s3 cp s3://b/x /etc/profile.d/x.sh',
      'curl -o x https://e.org/x && setfacl -m u::7 x',
      'curl -o x.tgz https://e.org/x.tgz && tar xzf x.tgz && x/install.sh',
      'curl https://e.org/x.tgz | tar --extract --gzip --directory /usr/local/bin',
      'curl -o x.deb https://e.org/x.deb && dpkg-deb -x x.deb / && foo',
      'curl -o x.gz https://e.org/x.gz && gunzip x.gz && chmod +x x',
      'curl https://e.org/x-1.tgz | tar xz && make -C x-1',
    ),
    'unpacked in a folder with nothing else in it, and run in a later step': steps(
      ['COPY', 'COPY . /srv # buildkit'],
      ['WORKDIR', 'WORKDIR /app'],
      ['RUN', 'RUN /bin/sh -c curl https://e.org/d.tgz | tar xz # buildkit'],
      ['RUN', 'RUN /bin/sh -c ./build.sh # buildkit'],
    ),
    'the classic builder’s form': stepOf('/bin/sh -c curl -o /x https://e.org/x && /x'),
    'run in a later step': steps(fetched, ran),
    'made a program': steps(fetched, ['RUN', 'RUN /bin/sh -c chmod 755 x.sh # buildkit']),
    'added as a program': steps(['ADD', 'ADD --chmod=755 https://e.org/x /x # buildkit']),
    'what a container begins with': {
      facts: { ...steps(['WORKDIR', 'WORKDIR /w'], fetched).facts, command: ['sh', './x.sh'] },
    },
    'what a container fetches before it begins with it': {
      facts: { command: ['sh', '-c', 'curl -o /x https://e.org/x && sh /x'] },
    },
    'an imported image that does so': {
      facts: {
        ...stepOf('', '').facts,
        command: ['sh', '-c', 'curl -o /x https://e.org/x && sh /x'],
      },
    },
    'a health check that does so': {
      facts: {
        healthCheck: {
          state: 'set',
          test: ['CMD-SHELL', 'curl -o /x https://e.org/x && sh /x'],
          intervalSeconds: null,
        },
      },
    },
    'of one folder': steps(['WORKDIR', 'WORKDIR /y'], fetched, [
      'RUN',
      'RUN /bin/sh -c /y/x.sh # buildkit',
    ]),
    'added to a folder': steps(
      ['ADD', 'ADD --chmod=755 https://e.org/x.sh?a=b /opt/ # buildkit'],
      ['RUN', 'RUN /bin/sh -c sh /opt/x.sh # buildkit'],
    ),
    'added by the classic builder': steps(
      ['ADD', `/bin/sh -c #(nop) ADD ${sum} in /tini `],
      ['RUN', '/bin/sh -c chmod +x /tini && /tini --version'],
    ),
  },
  notApplicable: {
    'an imported image': stepOf('', ''),
    'an imported image that asks a server': {
      facts: { ...stepOf('', '').facts, command: ['sh', '-c', 'curl -f http://db && exec x'] },
    },
    'a command that is not run': stepOf('CMD ["/bin/sh" "-c" "curl -o x x && sh x"]', 'CMD'),
  },
  unknown: {
    ...runs('curl -o x.tgz https://e.org/x.tgz && tar xzf x.tgz && cp x/a /etc'),
    'unpacked where files were copied to': steps(
      ['WORKDIR', 'WORKDIR /app'],
      ['COPY', 'COPY . . # buildkit'],
      ['RUN', 'RUN /bin/sh -c curl https://e.org/d.tgz | tar xz && ./build.sh # buildkit'],
    ),
    'unpacked in a folder that an older builder copied': steps(
      ['COPY', '/bin/sh -c #(nop) COPY dir:0123 in /srv/x '],
      ['RUN', '/bin/sh -c cd /srv/x && curl https://e.org/d.tgz | tar xz && ./build.sh'],
    ),
    'run in another folder': steps(fetched, ['WORKDIR', 'WORKDIR /y'], ran),
    'fetched as data, and made a program that was verified': steps(
      fetched,
      [
        'RUN',
        'RUN /bin/sh -c curl -o y https://e.org/y && chmod 644 y && chmod +x x.sh # buildkit',
      ],
      ['RUN', 'RUN /bin/sh -c echo "0 x.sh" | sha256sum -c # buildkit'],
    ),
    'added as data': steps(['ADD', 'ADD --chmod=644 https://e.org/x /x # buildkit']),
    'a start with something else': {
      facts: { ...steps(['WORKDIR', 'WORKDIR /w'], fetched).facts, command: ['/y', '/w/x.sh'] },
    },
    'the history was not read': { denied: ['/history'] },
    'the base may have the program as well': steps(
      ['RUN', 'RUN /bin/sh -c curl https://e.org/j.tgz | tar xz -C /opt # buildkit'],
      ['RUN', 'RUN /bin/sh -c /opt/jdk/bin/java # buildkit'],
    ),
  },
});
