/**
 * Why a finding or a requirement is another.
 *
 * - `facts`: a fact of the host has another value, or the check read other facts
 * - `access`: something could be read that could not, or the other way round
 * - `recreated`: the subject was made anew, and its facts are others
 * - `subject-appeared`, `subject-gone`, `target-appeared`, `target-gone`: there was nothing to judge at one of the two times
 * - `scope`: the subject was outside the system under assessment at one of the two times
 * - `parameters`, `waiver`, `statement`: somebody set another parameter, a waiver began, ended or was changed, or a
 *   person attested or stated something else
 * - `catalog`: a control came or went, or the catalog or the program has another version
 * - `time`: nothing that was recorded but the day
 * - `unexplained`: nothing that was recorded, and not the day: the code of the check is another, or a file was changed
 */
export const changeCauses = [
  'recreated',
  'facts',
  'access',
  'target-appeared',
  'target-gone',
  'subject-appeared',
  'subject-gone',
  'scope',
  'parameters',
  'catalog',
  'waiver',
  'statement',
  'time',
  'unexplained',
] as const;

/** One of {@link changeCauses}, which says what each is. */
export type ChangeCause = (typeof changeCauses)[number];
