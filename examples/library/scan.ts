import { scan } from 'plimsoll/collect';

const { assessment, failures } = await scan(['unix:///var/run/docker.sock', 'host:/'], {
  frameworks: ['pci-dss-3.1'],
});
for (const { target, error } of failures) {
  console.error(`${target}: ${error.message} ${error.hint}`);
}
for (const { controlId, subject, status, message } of assessment.findings) {
  if (status === 'fail') {
    console.log(`${subject.kind} ${subject.name}: ${controlId}: ${message.en}`);
  }
}
