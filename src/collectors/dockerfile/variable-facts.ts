import { sourced } from '../gathering/partial-facts.ts';
import { mayTurnAuthenticationOff } from '../../knowledge/authentication-switches.ts';
import { ruleFor, type Redactor } from '../redaction/create-redactor.ts';
import { switchesOff } from '../../knowledge/verification/switches-off.ts';
import type { ValueClass } from '../../core/facts/shared-facts.ts';
import { classOf } from '../redaction/closed-value.ts';
import { isSecretName } from '../../syntax/secrets/secret-names.ts';
import { isCode } from '../../syntax/dockerfile/code-names.ts';
import { openAt, type Standing } from './instruction-context.ts';

/** A variable as an instruction gives it. */
interface Given extends Pick<Standing, 'placed' | 'source'> {
  readonly name: string;
  /** What is looked at for a secret, which is the raw text where the value is not known. */
  readonly written: string;
  readonly value: string | null;
  /** Whether the build decides the value, as far as the file says. */
  readonly fromBuild: boolean;
  readonly keyword: 'ENV' | 'ARG';
  /** Whether a RUN starts or installs what it holds. */
  readonly code: boolean;
}

/** One variable with what is known of it; its value is kept only where it is of a closed type and no secret. */
export function variableFacts(redactor: Redactor, one: Given) {
  const { authenticationOff, ...found } = redactor.classify(one.name, one.written);
  const handedIn = !found.secret && one.fromBuild && isSecretName(one.name);
  // No value is there to be dropped: the name says what is handed in, and that it stays in the image's history.
  const secret = found.secret || handedIn;
  const type = one.value === null ? null : typeOf(one.value, one.code);
  const open = !secret && type === 'other';
  const { stage, final, trigger } = one.placed;
  return sourced(
    {
      name: one.name,
      secret,
      rule: handedIn ? 'secret-argument' : found.rule,
      fingerprint: open ? redactor.fingerprint(one.written) : found.fingerprint,
      ...(one.keyword === 'ENV' ? switchOf(one, authenticationOff) : {}),
      ...verificationOf(one),
      stage,
      final,
      trigger,
      instruction: one.keyword,
      value: secret || open ? null : one.value,
      class: type,
    },
    one.source,
  );
}

function typeOf(value: string, code: boolean): ValueClass {
  const type = classOf(value);
  return type === 'other' && code && isCode(value) ? 'code' : type;
}

/** The value of a variable as far as facts may hold it; `undefined` where it is a secret, of no closed type, or not known. */
export const keptValue = (
  name: string,
  value: string | undefined,
  code: boolean,
): string | undefined =>
  value === undefined || typeOf(value, code) === 'other' || ruleFor(name, value) !== undefined
    ? undefined
    : value;

/** An argument without a value sets nothing; a variable whose value is not known has one. */
const verificationOf = ({ name, value, keyword }: Given) =>
  value === null && keyword === 'ARG'
    ? {}
    : { verificationOff: switchesOff(`${name}=${value ?? '$'}`) };

/** Whether an ENV lets anyone into a server; a value that hangs on an argument may, where any value of it does. */
function switchOf({ name, value, source }: Given, off: boolean | undefined) {
  if (value !== null) return off === undefined ? {} : { authenticationOff: off };
  return mayTurnAuthenticationOff(name) ? { authenticationOff: openAt(source) } : {};
}
