import { Command } from 'commander';
import {
  predicateType,
  verifyBundle,
  type SignatureState,
  type Timestamp,
  type Verification,
} from '../../evidence.ts';
import { text, type Language, type Text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { isLedger } from '../../ledger.ts';
import { jsonText } from '../../report.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { ofOtherKind, readAs } from '../input/read-as.ts';
import { readBytes } from '../input/read-file.ts';
import { printLedgerVerdict } from '../ledger/ledger-verdict.ts';
import { withLedger } from '../ledger/ledger.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { paint } from '../terminal/paint.ts';
import { show } from '../terminal/print-text.ts';
import { cosignCommand, readPublicFile } from '../bundles/signing.ts';
import { someKey } from '../bundles/describe-verifying.ts';

interface Options extends SharedOptions {
  readonly key?: string;
  readonly timestampCa?: string;
}

const words = {
  intact: text('intact', '完整'),
  broken: text('NOT intact', '不完整'),
  collected: text('collected', '采集时间'),
  files: text('files', '文件'),
  signature: text('signature', '签名'),
  timestamp: text('time-stamp', '时间戳'),
  elsewhere: text('Without this tool', '不使用本工具时'),
};

const signatures = {
  absent: text(
    'none: the bundle shows that nothing was damaged, not who made it',
    '无：仅能证明内容未损坏，不能证明由谁生成',
  ),
  unchecked: text('not checked: name the public key with --key', '未核验：请用 --key 指定公钥'),
  valid: text('made by this key', '由该密钥签署，有效'),
  invalid: text('NOT valid', '无效'),
} as const satisfies Record<SignatureState, Text>;

const chains = {
  unchecked: text(
    'authority not verified: name its CA with --timestamp-ca',
    '未核验是否由该机构签发：请用 --timestamp-ca 指定其 CA 证书',
  ),
  valid: text('issued under the CA that was named', '由所指定的 CA 证书签发链验证通过'),
} as const satisfies Record<Timestamp['chain'], Text>;

/** `plimsoll verify BUNDLE --key KEY.pub` */
export function verifyCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('verify')
    .argument('<bundle|ledger>', 'file made by plimsoll scan --bundle or --ledger, or postgres://…')
    .option('--key <key.pub>', 'public key of the signer, in PEM')
    .option('--timestamp-ca <ca.pem>', 'CA certificates that the time-stamp must chain to, in PEM');
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll verify evidence.plimsoll
  plimsoll verify evidence.plimsoll --key key.pub
  plimsoll verify evidence.plimsoll --key key.pub --timestamp-ca ca.pem
  plimsoll verify plimsoll.db                             as plimsoll ledger verify

Exit code 1 when anything is wrong. Without --key, damage is found, but not who made the bundle.`,
  );
  return command.action(async (path: string, options: Options) => {
    if (await isLedger(path)) {
      if ((options.key ?? options.timestampCa) !== undefined) throw noKeyOfLedger();
      await withLedger({ ...options, ledger: path }, source, async (ledger, { language }) =>
        finish(await printLedgerVerdict(ledger, options.lang ?? language ?? 'en', options)),
      );
      return;
    }
    const config = await source.load(options);
    const language = options.lang ?? config.language ?? 'en';
    const key =
      options.key === undefined ? undefined : await readPublicFile(options.key, 'public key');
    const authorities =
      options.timestampCa === undefined
        ? undefined
        : await readPublicFile(options.timestampCa, 'certificates');
    const bytes = await readAs(path, 'evidence', () => readBytes(path));
    // What is something else is no evidence that was damaged; of an empty file nobody can say what it was.
    const other = bytes.length === 0 ? undefined : await ofOtherKind(path, 'evidence');
    if (other) throw other;
    const verification = verifyBundle(bytes, key, authorities);
    const cosign =
      verification.signature === 'absent'
        ? undefined
        : cosignCommand(path, options.key ?? someKey, predicateType);
    process.stdout.write(
      options.json === true
        ? toJson(verification, cosign)
        : layOut(path, verification, cosign, language),
    );
    if (!verification.intact) finish(exitCodes.findings);
  });
}

const noKeyOfLedger = (): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text('A ledger is not signed: no key can verify it.', '账本没有签名：没有密钥可以验证它。'),
    {
      hint: text(
        'Note its last position elsewhere, and check that with: plimsoll ledger verify --head SEQ:HASH',
        '请将其最后位置记在别处，再用以下命令核对：plimsoll ledger verify --head SEQ:HASH',
      ),
    },
  );

function toJson(
  { intact, signature, timestamp, problems, manifest }: Verification,
  cosign: string | undefined,
): string {
  return `${jsonText({ intact, signature, timestamp, problems, manifest, cosign }, 2)}\n`;
}

function layOut(
  path: string,
  { intact, problems, signature, timestamp, manifest }: Verification,
  cosign: string | undefined,
  language: Language,
): string {
  const { bold, dim, green, red } = paint(process.stdout);
  const wrong = problems.map(({ path: at, offset, message }) => {
    const byte = offset === undefined ? undefined : text(`byte ${offset}`, `第 ${offset} 字节`);
    const place = [at, byte?.[language]];
    return `  ${red('✗')} ${show(place.filter((each) => each !== undefined).join(', '))}: ${message[language]}`;
  });
  const signed = `  ${words.signature[language]}: ${signatures[signature][language]}`;
  if (!intact) {
    // What a broken bundle says of itself, and who signed what it was, is no news of what it is.
    const head = `${bold(show(path))}: ${red(words.broken[language])}`;
    return `${[head, ...wrong, ...(signature === 'invalid' ? [signed] : [])].join('\n')}\n`;
  }
  const facts = manifest
    ? [
        `  ${words.collected[language]}: ${manifest.collectedAt}`,
        `  ${words.files[language]}: ${manifest.files.length}`,
      ]
    : [];
  const stamped = timestamp
    ? [
        `  ${words.timestamp[language]}: ${timestamp.time}, ${show(timestamp.authority)} (${chains[timestamp.chain][language]})`,
      ]
    : [];
  return `${[
    `${bold(show(path))}: ${green(words.intact[language])}`,
    ...facts,
    signed,
    ...stamped,
    ...(cosign === undefined ? [] : [`  ${dim(`${words.elsewhere[language]}: ${cosign}`)}`]),
  ].join('\n')}\n`;
}
