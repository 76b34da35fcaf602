import { objectId, parseDer, partsOf } from '../der/der.ts';
import { said, SyntaxProblem } from '../problem.ts';

const labels: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
};

const bmp = 0x1e;

/**
 * The name of an authority as people write it: `CN=engine authority, O=Example`.
 *
 * What would be taken for more than one part has a backslash before it, as in Node's own words.
 *
 * @param der a distinguished name
 * @throws SyntaxProblem when it is none
 */
export function nameText(der: Buffer): string {
  const parts = partsOf(parseDer(der)).flatMap((set) =>
    partsOf(set).map((pair) => {
      const [type, value] = partsOf(pair);
      if (!type || !value) {
        throw new SyntaxProblem('invalid', said('This is not a name.', '这不是名称。'));
      }
      const id = objectId(type);
      const { tag, content } = value;
      const text =
        tag === bmp
          ? Buffer.from(content).swap16().toString('utf16le')
          : Buffer.from(content).toString('utf8');
      return `${labels[id] ?? id}=${text.replace(/[,+"\\<>;]/g, '\\$&')}`;
    }),
  );
  return parts.join(', ');
}
