import { inSpoken } from '../../terminal/spoken-language.ts';
import { PlimsollError } from '../../../core/errors.ts';
import { text } from '../../../core/text.ts';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Labels } from '../../../hub.ts';
import { jsonText } from '../../../report.ts';
import { addPerson } from '../../fleet/console.ts';
import { hubCertificate } from '../../fleet/start-hub.ts';
import { addOptions } from '../../options/options.ts';
import { writeOutput } from '../../output/files.ts';
import { type HubOptions, addPlace, withStore, add } from './hub-place.ts';

interface TokenOptions extends HubOptions {
  readonly label?: readonly string[];
  readonly uses: number;
  readonly days: number;
}

export function tokenCommand(): Command {
  const command = new Command('token').description(
    'make a token with which hosts enrol, and print it once',
  );
  addPlace(command)
    .option('--label <name=value>', 'label of the hosts; repeatable', add)
    .option('--uses <count>', 'hosts that may enrol with it', whole, 1)
    .option('--days <days>', 'days until it ends', whole, 1);
  addOptions(command, ['json']).addHelpText(
    'after',
    `
Examples:
  plimsoll hub token --label env=prod --uses 20
  plimsoll agent enrol https://hub.example:8443 --token "$(plimsoll hub token)"`,
  );
  return command.action((options: TokenOptions) =>
    withStore(
      options,
      async (store) => {
        const { joinToken, makeToken, pinOf } = await import('../../../hub.ts');
        const { cert } = await hubCertificate(options.data);
        const { label = [], uses, days } = options;
        const secret = await makeToken(store, { labels: labelsIn(label), uses, days }, new Date());
        const token = joinToken(secret, pinOf(cert));
        await writeOutput(
          '-',
          `${options.json === true ? jsonText({ token, uses, days }) : token}\n`,
        );
      },
      true,
    ),
  );
}

interface PersonOptions extends HubOptions {
  readonly role: 'reader' | 'auditor';
}

export function personCommand(): Command {
  const command = new Command('person')
    .description('let somebody look at the console, and print the token once')
    .argument('<name>', 'who it is; a token that the person had holds no longer')
    .addOption(
      new Option('--role <role>', 'readers look at pages, auditors at the evidence too')
        .choices(['reader', 'auditor'])
        .default('reader'),
    );
  addPlace(command);
  addOptions(command, ['json']).addHelpText(
    'after',
    `
A console that runs knows the person after its next start.

Examples:
  plimsoll hub person "Wang Fang" --role auditor
  plimsoll hub run --console 127.0.0.1:8080`,
  );
  return command.action(async (name: string, options: PersonOptions) => {
    const { data, role, json } = options;
    const token = await addPerson(data, name, role);
    await writeOutput('-', `${json === true ? jsonText({ name, role, token }) : token}\n`);
  });
}

function labelsIn(given: readonly string[]): Labels {
  return Object.fromEntries(
    given.map((each): readonly [string, string] => {
      const found = /^(?<name>[^=]+)=(?<value>.*)$/s.exec(each)?.groups;
      if (found) return [found['name'] ?? '', found['value'] ?? ''];
      throw new PlimsollError(
        'option-invalid',
        text(`--label ${each}: it is no NAME=VALUE.`, `--label ${each}：不是 NAME=VALUE。`),
        {
          hint: text(
            'Name a label with its value: --label env=prod',
            '请给出标签及其值：--label env=prod',
          ),
        },
      );
    }),
  );
}

function whole(value: string): number {
  const parsed = Number(value);
  if (Number.isSafeInteger(parsed) && parsed >= 1) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a whole number, at least 1.', '请给出不小于 1 的整数。')),
  );
}
