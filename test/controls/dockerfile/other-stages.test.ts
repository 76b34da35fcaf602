import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { defineCatalog } from '../../../src/core/controls/catalog.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { parse } from '../../fixtures/dockerfile.ts';
import { snapshotOf, subjectOf, tool } from '../../support/judge.ts';

const catalog = defineCatalog({
  id: 'build-files',
  version: '1',
  controls: builtin.controls.filter(({ subject }) => subject.kind === 'dockerfile'),
});

/** What every control of build files says of one, by its id. */
function judge(...lines: readonly string[]): ReadonlyMap<string, string> {
  const { facts, ...rest } = parse(lines.join('\n'));
  const subject = subjectOf('dockerfile', facts, { ...rest, gaps: [...rest.gaps] });
  const { findings } = assess(snapshotOf([subject]), { catalog, tool });
  return new Map(findings.map(({ controlId, status }) => [controlId, status]));
}

const says = (control: string, ...lines: readonly string[]): string | undefined =>
  judge(...lines).get(`dockerfile-${control}`);

describe('a stage whose root is copied whole', () => {
  const built = judge(
    'FROM python:3.12 AS b',
    'RUN chmod 777 /srv /etc/passwd',
    'RUN chmod u+s /bin/sh',
    'COPY --chmod=0777 . /app',
    'COPY id_rsa /root/.ssh/id_rsa',
    'RUN apt-get install -y openssh-server sudo',
    'FROM scratch',
    'COPY --from=b / /',
    'USER 1000',
  );

  it.each([
    'no-world-writable',
    'no-setuid',
    'account-files-protected',
    'no-secret-files',
    'no-remote-shell',
    'no-sudo',
    'package-cache-removed',
  ])('is the image for %s', (control) => {
    expect(built.get(`dockerfile-${control}`)).toBe('fail');
  });

  const harmful = [
    'RUN chmod 777 /srv',
    'RUN cd /etc && chmod g+w passwd',
    'RUN chmod u+s /bin/sh',
    'RUN setcap cap_sys_admin+ep /bin/sh',
    'RUN find / -name x -exec chmod 4755 {} +',
    'RUN umask 0 && touch /x',
    'ENV M=777\nRUN chmod -R $M /srv',
    'ARG M\nRUN chmod $M /srv',
    'COPY --chmod=0777 . /app',
    'COPY --chmod=4755 x /usr/bin/x',
    'COPY id_rsa /root/.ssh/id_rsa',
    'COPY .env ./',
    'RUN apt-get install -y openssh-server',
    'RUN apk add sudo',
    'RUN passwd -d root',
    'RUN echo "app::0:0::/:/bin/sh" >> /etc/passwd',
    'RUN useradd -o -u 0 app',
    'COPY sudoers /etc/sudoers.d/x',
    'COPY passwd /etc/passwd',
    'RUN eval "$X"',
    'RUN curl https://e.org/x | bash',
  ];
  /** Ways in which the whole of a stage becomes the image. */
  const ways: readonly ((steps: readonly string[]) => readonly string[])[] = [
    (steps) => ['FROM a AS b', ...steps, 'FROM scratch', 'COPY --from=b / /'],
    (steps) => ['FROM a', ...steps, 'FROM scratch', 'COPY --from=0 / /'],
    (steps) => ['FROM a AS b', ...steps, 'FROM scratch', 'WORKDIR /', 'COPY --from=B . ./'],
    (steps) => ['FROM a AS b', ...steps, 'FROM b AS c', 'FROM scratch', 'COPY --from=c / /'],
    (steps) => [
      'FROM a AS b',
      ...steps,
      'FROM scratch AS c',
      'COPY --from=b / /',
      'FROM scratch',
      'COPY --from=c / /',
    ],
    (steps) => ['FROM a AS b', ...steps, 'FROM a', 'RUN --mount=from=b,target=/b cp -a /b/. /'],
    (steps) => [
      'FROM a AS b',
      ...steps,
      'FROM a',
      'RUN --mount=type=bind,from=b,source=/,target=/b tar -C /b -c . | tar -x -C /',
    ],
  ];

  it('fails for whatever fails when it stands in the last stage', () => {
    fc.assert(
      fc.property(
        fc.subarray(harmful, { minLength: 1 }),
        fc.constantFrom(...ways),
        (steps, wayOf) => {
          const last = judge('FROM a', ...steps, 'USER app');
          const moved = judge(...wayOf(steps), 'USER app');
          for (const [control, status] of last) {
            if (status !== 'fail' && status !== 'unknown') continue;
            expect([control, moved.get(control)]).not.toEqual([control, 'pass']);
            expect([control, moved.get(control)]).not.toEqual([control, 'not-applicable']);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a part of another stage that is copied', () => {
  it.each([
    ['no-setuid', 'RUN chmod u+s /usr/bin/x', 'COPY --from=b /usr/bin/x /usr/bin/x'],
    ['no-setuid', 'RUN chmod u+s /usr/bin/x', 'COPY --from=b /usr/bin/x /usr/bin/y /bin/'],
    ['no-setuid', 'RUN chmod u+s /usr/bin/x', 'COPY --from=b /usr/bin/* /bin/'],
    ['no-setuid', 'RUN cd /usr/bin && chmod u+s x', 'COPY --from=b /usr /usr'],
    ['no-setuid', 'WORKDIR /usr/bin\nRUN chmod u+s ./x', 'COPY --from=b /usr/bin /usr/bin'],
    ['no-setuid', 'RUN install -m 4755 x /usr/bin/x', 'COPY --from=b /usr/bin/x /x'],
    ['no-setuid', 'RUN setcap cap_setuid+ep /usr/bin/x', 'COPY --from=b /usr/bin/x /x'],
    ['no-setuid', 'COPY --chmod=4755 x /usr/bin/', 'COPY --from=b /usr/bin/x /x'],
    ['no-setuid', 'RUN chmod u+s /o/x', 'RUN --mount=from=b,source=/o,target=/m cp -p /m/x /x'],
    ['no-world-writable', 'RUN chmod -R 777 /app', 'COPY --from=b /app/dist /app'],
    ['no-world-writable', 'RUN find /app | xargs chmod 777', 'COPY --from=b /app/dist /app'],
    ['no-world-writable', 'RUN chmod 777 /app/*', 'COPY --from=b /app/dist /app'],
    ['no-world-writable', 'COPY --chmod=777 . /app', 'COPY --from=b /app/dist /app'],
    ['account-files-protected', 'RUN chmod 666 /etc/passwd', 'COPY --from=b /etc /etc'],
    ['no-secret-files', 'COPY .npmrc /app/', 'COPY --from=b /app /app'],
    ['no-secret-files', 'WORKDIR /app\nCOPY .env .', 'COPY --from=b /app/.env /app/'],
    ['no-remote-shell', 'RUN apk add openssh-server', 'COPY --from=b /usr /usr'],
    ['no-remote-shell', 'RUN apk add openssh-server', 'COPY --from=b /* /'],
    ['no-sudo', 'RUN apk add sudo', 'COPY --from=b /usr /usr'],
    ['no-sudo', 'RUN passwd -d root', 'COPY --from=b /etc /etc'],
    // Put by the stage itself to where it is taken from.
    ['no-setuid', 'RUN chmod u+s /bin/sh; cp -a /bin/sh /out', 'COPY --from=b /out /o/'],
    ['no-setuid', 'RUN chmod u+s /bin/sh\nRUN mv /bin/sh /out/', 'COPY --from=b /out /o/'],
    ['no-setuid', 'RUN chmod u+s /a/x; cp -a /a /t; ln /t/x /out/y', 'COPY --from=b /out /o/'],
    ['no-setuid', 'RUN chmod u+s /a/x && cp -pt /out /a/x', 'COPY --from=b /out/x /o/'],
    ['no-world-writable', 'WORKDIR /w\nRUN chmod 777 x && mv x /out', 'COPY --from=b /out /o'],
    ['no-secret-files', 'COPY .npmrc /a/\nRUN cp -r /a /out', 'COPY --from=b /out /o'],
    // Installed into a folder that is taken as a root.
    [
      'no-remote-shell',
      'RUN dnf --installroot /out install -y openssh-server',
      'COPY --from=b /out /',
    ],
    [
      'no-remote-shell',
      'RUN dnf --installroot=/out install -y openssh-server',
      'COPY --from=b /out/ /',
    ],
    ['no-remote-shell', 'RUN apk --root /out add openssh', 'COPY --from=b /out /'],
    ['no-remote-shell', 'RUN apk add -p /out --initdb openssh', 'COPY --from=b /out/usr /usr'],
    ['no-remote-shell', 'RUN apt-get --root /out install openssh-server', 'COPY --from=b /out /'],
    [
      'no-remote-shell',
      'RUN chroot /out apt-get install -y openssh-server',
      'COPY --from=b /out /',
    ],
    ['no-sudo', 'WORKDIR /w\nRUN zypper --root out install -y sudo', 'COPY --from=b /w/out /'],
    // A program that is copied alone.
    ['no-remote-shell', 'RUN apk add openssh', 'COPY --from=b /usr/sbin/sshd /usr/sbin/'],
    ['no-sudo', 'RUN apk add sudo', 'COPY --from=b /usr/bin/sudo /usr/bin/sudo'],
    ['no-sudo', 'RUN apk add sudo', 'COPY --from=b /usr/bin/doas /usr/bin/'],
  ])('%s fails on %s and %s', (control, step, copy) => {
    expect(says(control, 'FROM a AS b', step, 'FROM c', copy)).toBe('fail');
    expect(
      says(control, 'FROM a AS b', step, 'FROM b AS d', 'FROM c', copy.replace('=b', '=d')),
    ).toMatch(/fail|unknown/);
    const on = ['FROM scratch AS e', copy, 'FROM c', 'COPY --from=e / /'];
    expect(says(control, 'FROM a AS b', step, ...on)).toBe('fail');
  });

  it.each([
    ['no-setuid', 'ARG P\nRUN chmod u+s $P', 'COPY --from=b /usr/bin/x /x'],
    ['no-setuid', 'ARG M\nRUN chmod $M /usr/bin/x', 'COPY --from=b /usr/bin/x /x'],
    ['no-setuid', 'RUN chmod u+s /o/x', 'ARG P\nCOPY --from=b /o/$P /x'],
    ['no-remote-shell', 'RUN apk add openssh-server', 'COPY --from=b /usr/local /usr/local'],
    ['no-sudo', 'RUN apk add sudo', 'COPY --from=b /usr/bin /usr/bin'],
    // What a file of PAM that is not in the Dockerfile asks for.
    ['no-sudo', 'RUN x', 'COPY sudo /etc/pam.d/sudo'],
  ])('%s is not known of %s and %s', (control, step, copy) => {
    expect(says(control, 'FROM a AS b', step, 'FROM c', copy)).toBe('unknown');
  });

  it.each([
    ['no-setuid', 'RUN chmod u+s /usr/bin/y', 'COPY --from=b /usr/bin/x /usr/bin/x'],
    ['no-setuid', 'RUN chmod u+s /usr/bin/x', 'COPY --from=b --chmod=755 /usr/bin/x /x'],
    ['no-setuid', 'RUN chmod 4755 /bin/y && chmod 755 /x', 'COPY --from=b /x /x'],
    ['no-setuid', 'RUN chmod u+s /usr/bin/x', 'COPY --from=d /usr/bin/x /x'],
    ['no-world-writable', 'RUN chmod 777 /app', 'COPY --from=b /app/dist /app'],
    ['no-world-writable', 'WORKDIR /app\nRUN chmod 777 /tmp', 'COPY --from=b /app/dist /app'],
    ['no-secret-files', 'COPY .npmrc /app/', 'COPY --from=b /app/dist /app'],
    ['no-secret-files', 'COPY .npmrc a /app/', 'COPY --from=b /app/a /app/'],
    [
      'no-secret-files',
      'WORKDIR /w\nCOPY .npmrc .\nRUN npm ci && rm .npmrc',
      'COPY --from=b /w /w',
    ],
    ['no-remote-shell', 'RUN apk add openssh-server', 'COPY --from=b /app/dist /app'],
    ['no-sudo', 'RUN sudo make install', 'COPY --from=b /usr/local/bin/x /usr/local/bin/x'],
    ['no-setuid', 'RUN chmod 755 /o/x', 'ARG P\nCOPY --from=b /o/$P /x'],
    ['package-cache-removed', 'RUN apk add gcc', 'ARG P\nCOPY --from=b /o/$P /x'],
    ['no-setuid', 'RUN chmod u+s /bin/sh; cp /bin/sh /out', 'COPY --from=b /out /o/'],
    ['no-setuid', 'RUN chmod u+s /bin/sh; cp -a /bin/ls /out', 'COPY --from=b /out /o/'],
    [
      'no-remote-shell',
      'RUN apk add openssh; dnf --installroot /out install x',
      'COPY --from=b /out /',
    ],
    ['no-remote-shell', 'RUN dnf --installroot /p install openssh-server', 'COPY --from=b /out /'],
    ['no-remote-shell', 'RUN x', 'COPY sshd /etc/pam.d/sshd'],
    ['package-cache-removed', 'RUN apt-get install -y gcc', 'COPY --from=b /venv /venv'],
  ])('%s passes on %s and %s', (control, step, copy) => {
    expect(says(control, 'FROM a AS b', step, 'FROM c', copy)).toBe('pass');
  });
});

describe('a long row of stages, each of which takes the one before several times', () => {
  const rows = Array.from({ length: 150 }, (_, at) => [
    `FROM x:1 AS s${at + 1}`,
    ...Array.from({ length: 4 }, () => `COPY --from=s${at} / /`),
  ]).flat();
  const fewer = [
    'FROM x:1 AS s3',
    ...Array.from({ length: 4 }, () => 'COPY --from=s2 / /'),
    'FROM s3 AS s4',
    'COPY --from=s3 /etc/passwd /etc/passwd',
  ];

  it('is judged to its end, and each stage is looked at once', () => {
    expect(says('no-sudo', 'FROM x:1 AS s0', 'RUN passwd -d root', ...rows)).toBeDefined();
  });

  it('has what an early stage does to an account', () => {
    const from = (run: string) => ['FROM x:1 AS s2', run, ...fewer, 'USER 1000'];
    expect(says('no-sudo', ...from('RUN passwd -d root'))).toBe('fail');
    expect(says('no-sudo', ...from('RUN true'))).toBe('pass');
  });
});
