import { readFile } from 'node:fs/promises';
import { createAdmission, messageOf, requestOf, type Exemption } from 'plimsoll/admission';

const nightlyBuilds: Exemption = {
  controls: ['workload-not-privileged'],
  user: 'builder',
  reason: 'Images are built in a container at night, until the builders run rootless.',
  approver: 'carol',
  until: '2999-12-31',
};

/** What becomes of a request when a user of a certificate asks for it. */
export async function decide(file: string, user: string): Promise<string> {
  const admission = createAdmission({
    mode: 'enforce',
    deadline: 10_000,
    exemptions: () => [nightlyBuilds],
  });
  const request = requestOf(await readFile(file), 'app');
  const decision = await admission.decide({ ...request, User: user, UserAuthNMethod: 'TLS' });
  if (!decision.allowed) return `refused: ${messageOf(decision, 'en', 'security@example.com')}`;
  const by = decision.exempted.map(
    ({ control, exemption }) => `${control} by ${exemption.approver}`,
  );
  return ['allowed', ...by].join(', ');
}

const [, , file] = process.argv;
if (file !== undefined && import.meta.filename === process.argv[1]) {
  for (const user of ['alice', 'builder']) console.log(`${user}: ${await decide(file, user)}`);
}
