import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastOf, readableOn } from '../../../src/reporters/branding/accent.ts';
import { pictureOf, readLogo } from '../../../src/reporters/branding/logo.ts';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const svg = (inside: string) => bytes(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

describe('an accent', () => {
  it.each(['#ffffff', '#ffff00', '#7a1f3d', '#000000', 'nonsense'])('%s can be read', (colour) => {
    for (const ground of ['#fbfaf7', '#1b1f23', '#ffffff']) {
      const made = readableOn(ground, colour);
      expect(made).toMatch(/^#[0-9a-f]{6}$/);
      expect(contrastOf(made, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('stays as it is where it can be read already', () => {
    expect(readableOn('#ffffff', '#7a1f3d')).toBe('#7a1f3d');
  });
});

describe('a logo', () => {
  const drawn = readFileSync(new URL('../../../examples/own-report/logo.svg', import.meta.url));

  it('is told by its bytes, and comes back as they were', () => {
    const logo = readLogo(drawn, 'logo.svg');
    expect(logo).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(pictureOf(logo)).toEqual({ bytes: drawn, extension: 'svg' });
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1);
    expect(pictureOf(readLogo(png, 'logo')).extension).toBe('png');
  });

  it.each([
    '<script>alert(1)</script>',
    '<g onload="alert(1)"/>',
    '<use href="https://example.org/x.svg#a"/>',
    '<image href="file:///etc/passwd"/>',
    '<style>@import "https://example.org/x.css";</style>',
    '<rect fill="url(https://example.org/x)"/>',
    '<foreignObject/>',
  ])('with %s is refused', (inside) => {
    expect(() => readLogo(svg(inside), 'logo.svg')).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });

  it.each([bytes('GIF89a'), bytes('<html><svg>'), new Uint8Array(600_000)])(
    'of another kind or too large is refused',
    (content) => {
      expect(() => readLogo(content, 'logo')).toThrow(/The logo logo/);
    },
  );

  it('and the names stand on the cover, and only then may the page show a picture', () => {
    const branding = { logo: readLogo(drawn, 'logo.svg'), organisation: 'Acme <Cards>' };
    const page = renderHtml(buildDocument(sampleAssessment(), { language: 'en', branding }));
    expect(page).toContain('img-src data:;');
    expect(page).toContain('Acme &lt;Cards&gt;');
    const forged = { logo: 'https://example.org/x.png' };
    expect(() =>
      renderHtml(buildDocument(sampleAssessment(), { language: 'en', branding: forged })),
    ).toThrow(expect.objectContaining({ code: 'option-invalid' }));
  });
});
