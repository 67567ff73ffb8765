import { readFileSync } from 'node:fs';

type Rgb = [number, number, number];

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const gamma = (value: number): number => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);

/** oklch to 8-bit sRGB, after the CSS Color 4 specification. */
const toRgb = (text: string): Rgb => {
  const [lightness, chroma, hue] = text.trim().split(/\s+/).map(Number) as [number, number, number];
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear: Rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return linear.map((value) => Math.round(gamma(clamp(value)) * 255)) as Rgb;
};

const luminance = (rgb: Rgb): number => {
  const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/g)].map(([, name, light, dark]) => [
    name,
    { light: toRgb(light), dark: toRgb(dark) },
  ]),
);

const contrast = (front: string, back: string, scheme: 'light' | 'dark'): number => {
  const [one, other] = [front, back].map((name) => luminance(tokens.get(name)?.[scheme] ?? [0, 0, 0])).sort((x, y) => y - x) as [number, number];
  return (one + 0.05) / (other + 0.05);
};

const TEXT = [
  'ink ground', 'ink surface', 'ink silt', 'ink band', 'ink mark', 'ink-2 ground', 'ink-2 surface', 'ink-2 silt', 'ink-2 band', 'ink-2 brand-soft',
  'ink brand-soft', 'brand ground', 'brand surface', 'brand silt', 'brand brand-soft', 'on-brand brand', 'on-brand brand-deep', 'on-river river',
  'on-river river-2', 'on-river-2 river', 'rice-ink rice-soft', 'ok ok-soft', 'ok surface', 'bad bad-soft', 'bad surface', 'info info-soft',
];
const GRAPHICS = ['edge surface', 'edge ground', 'edge silt', 'focus surface', 'focus silt', 'rice river', 'c1 surface', 'c2 surface', 'c3 surface'];

describe('colours', () => {
  it('defines every token for both schemes', () => {
    expect(tokens.size).toBeGreaterThanOrEqual(36);
    const unknown = [...TEXT, ...GRAPHICS].flatMap((pair) => pair.split(' ')).filter((name) => !tokens.has(name));
    expect(unknown).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('keeps text readable and controls visible in the %s scheme', (scheme) => {
    const ratioOf = (pair: string) => contrast(...(pair.split(' ') as [string, string]), scheme);
    expect(TEXT.filter((pair) => ratioOf(pair) < 4.5)).toEqual([]);
    expect(GRAPHICS.filter((pair) => ratioOf(pair) < 3)).toEqual([]);
  });

  it('computes as browsers do', () => {
    expect(contrast('ink', 'ground', 'light')).toBeCloseTo(15, 0);
    expect(contrast('brand', 'surface', 'light')).toBeCloseTo(8, 0);
  });
});
