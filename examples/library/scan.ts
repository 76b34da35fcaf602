import { homedir } from 'node:os';
import { assess, builtin, tool } from 'plimsoll';
import { collect, parseTarget } from 'plimsoll/docker';
import { selectFrameworks } from 'plimsoll/frameworks';

const { snapshot, failures } = await collect({
  targets: [parseTarget('unix:///var/run/docker.sock'), parseTarget('host:/')],
  now: new Date(),
  env: process.env,
  home: homedir(),
});
for (const { target, error } of failures) {
  console.error(`${target}: ${error.message} ${error.hint}`);
}

const assessment = assess(snapshot, {
  catalog: builtin,
  frameworks: await selectFrameworks(['pci-dss-3.1']),
  tool,
});
for (const { controlId, subject, status, message } of assessment.findings) {
  if (status === 'fail') {
    console.log(`${subject.kind} ${subject.name}: ${controlId}: ${message.en}`);
  }
}
