import { spawn } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { PlimsollError } from '../../core/errors.ts';
import { refusePrivateKey } from './private-key.ts';
import { text, type Text } from '../../core/text.ts';

/** Something that can sign. */
export interface Signer {
  /** SHA-256 of the public key in DER (SPKI), so that a reader can find it; absent when it is not known. */
  readonly keyId?: string;
  /** Signs bytes; ECDSA signatures are in DER. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** The supported keys, by the names that Node gives them. */
const kinds = text('Ed25519 or ECDSA on P-256', 'Ed25519 或 P-256 上的 ECDSA');

/** Refuses a key of another kind than the two. */
export function holdToKinds(key: KeyObject): void {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  const known =
    key.asymmetricKeyType === 'ed25519' ||
    (key.asymmetricKeyType === 'ec' && curve === 'prime256v1');
  if (known) return;
  throw new PlimsollError(
    'key-invalid',
    text(`The key is not ${kinds.en}.`, `该密钥不是${kinds.zh}。`),
    { hint: makeOne },
  );
}

const makeOne = text(
  'Make one with: openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout -out key.pub',
  '生成方法：openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout -out key.pub',
);

/** The hash to sign with: none of one's own for Ed25519. */
export const digestOf = (key: KeyObject): 'sha256' | null =>
  key.asymmetricKeyType === 'ec' ? 'sha256' : null;

/** The identity of a public key. */
export const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/**
 * Reads a public key in PEM.
 *
 * @throws PlimsollError `key-invalid`
 */
export function readPublicKey(pem: string): KeyObject {
  refusePrivateKey(Buffer.from(pem, 'latin1'));
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch (cause) {
    // The text of a key is never repeated.
    throw new PlimsollError(
      'key-invalid',
      text('This is not a public key in PEM.', '这不是 PEM 格式的公钥。'),
      {
        hint: makeOne,
        cause,
      },
    );
  }
  holdToKinds(key);
  return key;
}

/**
 * Signs with a private key in PEM, Ed25519 or ECDSA on P-256.
 *
 * @throws PlimsollError `key-invalid`
 */
export function keySigner(pem: string): Signer {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new PlimsollError(
      'key-invalid',
      text(
        'This is not a private key in PEM, or it has a passphrase.',
        '这不是 PEM 格式的私钥，或设有口令。',
      ),
      { hint: makeOne, cause },
    );
  }
  holdToKinds(key);
  return {
    keyId: keyIdOf(createPublicKey(key)),
    sign: async (bytes) => sign(digestOf(key), bytes, key),
  };
}

/** Bytes that a signature may have at most. */
const longestSignature = 4096;

/** Milliseconds: ten minutes, for somebody may have to find a card and type its PIN. */
const usualPatience = 600_000;

/**
 * Signs with a command of the user's: it gets the bytes on standard input, and what it writes to standard output is the
 * signature, as bytes. So a key can stay in a card, an agent or a service.
 *
 * @param patience milliseconds that it has for a signature; ten minutes by default
 * @throws PlimsollError `signer-failed` when signing
 * @example
 * commandSigner('openssl dgst -sha256 -sign p256.pem');
 */
export function commandSigner(command: string, patience = usualPatience): Signer {
  return {
    sign: (bytes) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
        const fail = (why: Text, cause?: unknown): void => {
          // What the shell started ends, or does not, by itself: nothing of it is waited for.
          child.kill('SIGKILL');
          child.stdin.destroy();
          child.stdout.destroy();
          reject(
            new PlimsollError(
              'signer-failed',
              text(`The signer ${why.en}.`, `签名程序${why.zh}。`),
              {
                // The command is not repeated: it may hold a PIN.
                hint: text(
                  'The command gets the bytes to sign on stdin, and must write the signature to stdout, as bytes.',
                  '该命令从标准输入得到待签名的字节，须将签名以字节写到标准输出。',
                ),
                cause,
              },
            ),
          );
        };
        const timer = setTimeout(
          () =>
            fail(
              text(
                `did not end within ${patience / 1000} seconds`,
                `未在 ${patience / 1000} 秒内结束`,
              ),
            ),
          patience,
        ).unref();
        let signature = Buffer.of();
        child.stdout.on('data', (chunk: Buffer) => {
          signature = Buffer.concat([signature, chunk]);
          if (signature.length > longestSignature) {
            fail(text('wrote more than a signature', '写出的内容多于一个签名'));
          }
        });
        // A signer that reads nothing ends soon, and its exit code says the rest.
        child.stdin.on('error', () => undefined);
        child.on('error', (error) => fail(text('could not be started', '无法启动'), error));
        child.on('close', (code) => {
          clearTimeout(timer);
          if (code !== 0) {
            fail(text(`ended with ${code ?? 'a signal'}`, `以 ${code ?? '信号'} 结束`));
          } else if (signature.length === 0) fail(text('wrote nothing', '没有写出内容'));
          else resolve(signature);
        });
        child.stdin.end(bytes);
      }),
  };
}
