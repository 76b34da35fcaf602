/**
 * Labels of the determination statements of SP 800-53A Rev. 5, for the controls of SP 800-53 that built-in controls show
 * something of. The labels are NIST's; its sentences, and the statements that define parameters (ODP), are left out.
 * Source: the “sp800-53a” labels of NIST's OSCAL catalog, release 5.2.0 (usnistgov/oscal-content
 * nist.gov/SP800-53/rev5), as the pages of kston83/nist-guide (src/content/docs/controls) show them; read on 2026-12-02.
 *
 * A row has what follows the padded id: `AC-2(4)` with `[01-02]` is AC-02(04)[01] and AC-02(04)[02], `a-c.` is a., b. and
 * c. An empty row is a control that is one statement, labelled as the control. A part with a sentence of its own is a
 * statement although it has parts (RA-05b.).
 */
// oxfmt-ignore
const rows: ReadonlyMap<string, string> = new Map([
  ['AC-2', 'a.[01-02] b-c. d.01-02 d.03[01-02] e. f.[01-05] g. h.01-03 i.01-03 j. k.[01-02] l.[01-02]'],
  ['AC-2(4)', '[01-05]'],
  ['AC-3', ''],
  ['AC-3(3)', '[01-02] (a)[01-02] (b)(01-05) (c)'],
  ['AC-3(7)', '[01-03]'],
  ['AC-4', ''],
  ['AC-4(21)', '[01-02]'],
  ['AC-6', ''],
  ['AC-6(1)', '(a)[01-03] (b)'],
  ['AC-6(2)', ''],
  ['AC-6(5)', ''],
  ['AC-6(7)', '(a-b)'],
  ['AC-6(8)', ''],
  ['AC-6(9)', ''],
  ['AC-6(10)', ''],
  ['AC-7', 'a-b.'],
  ['AC-12', ''],
  ['AC-14', 'a. b.[01-02]'],
  ['AC-17', 'a.[01-03] b.'],
  ['AC-17(2)', ''],
  ['AC-17(3)', ''],
  ['AC-24', ''],
  ['AU-2', 'a-b. c.[01-02] d-e.'],
  ['AU-3', 'a-f.'],
  ['AU-4', ''],
  ['AU-4(1)', ''],
  ['AU-5', 'a-b.'],
  ['AU-6(3)', ''],
  ['AU-8', 'a-b.'],
  ['AU-9', 'a-b.'],
  ['AU-9(2)', ''],
  ['AU-12', 'a-c.'],
  ['CM-2', 'a.[01-02] b.01-03'],
  ['CM-3', 'a. b.[01-02] c-e. f.[01-02] g.[01-02]'],
  ['CM-5', '[01-06]'],
  ['CM-5(1)', '(a-b)'],
  ['CM-6', 'a-b. c.[01-02] d.[01-02]'],
  ['CM-6(1)', '[01-03]'],
  ['CM-6(2)', ''],
  ['CM-7', 'a. b.[01-05]'],
  ['CM-7(1)', '(a) (b)[01-05]'],
  ['CM-7(5)', '(a-c)'],
  ['CM-8', 'a.01-05 b.'],
  ['CM-8(3)', '(a)[01-03] (b)[01-03]'],
  ['CM-11', 'a-c.'],
  ['CM-14', '[01-02]'],
  ['CP-9', 'a-c. d.[01-03]'],
  ['CP-9(1)', '[01-02]'],
  ['CP-10', '[01-02]'],
  ['IA-2', '[01-02]'],
  ['IA-2(1)', ''],
  ['IA-3', ''],
  ['IA-4', 'a-d.'],
  ['IA-5', 'a-g. h.[01-02] i.'],
  ['IA-5(1)', '(a-h)'],
  ['IA-5(2)', '(a)(01-02) (b)(01-02)'],
  ['IA-5(6)', ''],
  ['IA-5(7)', ''],
  ['IA-11', ''],
  ['RA-5', 'a.[01-02] b. b.01-03 c-f.'],
  ['RA-5(2)', ''],
  ['SA-8', '[01-10]'],
  ['SA-10', 'a. b.[01-03] c. d.[01-03] e.[01-03]'],
  ['SA-15', 'a.01[01-02] a.02[01-02] a.03[01-02] a.04 b.[01-02]'],
  ['SA-22', 'a-b.'],
  ['SC-2', ''],
  ['SC-3', ''],
  ['SC-4', '[01-02]'],
  ['SC-5', 'a-b.'],
  ['SC-6', ''],
  ['SC-7', 'a.[01-04] b-c.'],
  ['SC-7(3)', ''],
  ['SC-7(5)', '[01-02]'],
  ['SC-7(12)', ''],
  ['SC-7(21)', ''],
  ['SC-8', ''],
  ['SC-8(1)', ''],
  ['SC-12', '[01-02]'],
  ['SC-13', 'a-b.'],
  ['SC-17', 'a-b.'],
  ['SC-23', ''],
  ['SC-24', ''],
  ['SC-28', ''],
  ['SC-28(1)', '[01-02]'],
  ['SC-34', 'a-b.'],
  ['SC-39', ''],
  ['SC-45', ''],
  ['SI-2', 'a.[01-03] b.[01-04] c.[01-02] d.'],
  ['SI-2(2)', ''],
  ['SI-2(6)', ''],
  ['SI-3', 'a.[01-02] b. c.01[01-02] c.02[01-02] d.'],
  ['SI-4', 'a.01 a.02[01-03] b. c.01-02 d.[01-02] e-g.'],
  ['SI-4(22)', '(a-b)'],
  ['SI-5', 'a-d.'],
  ['SI-6', 'a.[01-02] b.[01-02] c.[01-02] d.'],
  ['SI-7', 'a.[01-03] b.[01-03]'],
  ['SI-7(1)', '[01-03]'],
  ['SI-7(6)', '[01-03]'],
  ['SI-7(9)', ''],
  ['SI-7(15)', ''],
  ['SI-12', '[01-04]'],
  ['SI-14', '[01-02]'],
  ['SI-16', ''],
  ['SR-3', 'a.[01-02] b-c.'],
  ['SR-4', '[01-03]'],
  ['SR-4(3)', '[01-02]'],
  ['SR-11', 'a.[01-04] b.'],
]);

/** The labels of a control's statements in their order, such as `AC-02(04)[01]`; none where they are not known here. */
export function statementsOf(control: string): readonly string[] {
  const padded = control.replaceAll(/\d+/g, (digits) => digits.padStart(2, '0'));
  return (rows.get(control)?.split(' ') ?? []).flatMap((part) =>
    expand(part).map((end) => padded + end),
  );
}

const range = /(\d\d|[a-z])-(\d\d|[a-z])/;

function expand(part: string): readonly string[] {
  const [written, first, last] = range.exec(part) ?? [];
  if (written === undefined || first === undefined || last === undefined) return [part];
  return stepsTo(first, last).map((step) => part.replace(written, step));
}

function stepsTo(first: string, last: string): readonly string[] {
  if (/\d/.test(first)) {
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) =>
      String(Number(first) + at).padStart(2, '0'),
    );
  }
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return Array.from(letters.slice(letters.indexOf(first), letters.indexOf(last) + 1));
}
