import type { CheckContext } from '../../core/controls/check.ts';

/** A value, or how to take it from a control's parameters, so that a catalog that is tailored changes it. */
export type Given<Value, P> = Value | ((params: P) => Value);

/** What is given, under the parameters in force. */
export const settle = <Value, P>(given: Given<Value, P>, { params }: CheckContext<P>): Value =>
  // A value that is itself a function is never given.
  typeof given === 'function' ? (given as (params: P) => Value)(params) : given;
