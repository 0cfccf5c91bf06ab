/** What a colour looks like to other eyes and in print without colour, and how far two of them are apart. */
export const EYES = ['full colour vision', 'protanopia', 'deuteranopia', 'grey print'] as const;
export type Eye = (typeof EYES)[number];

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * Complete protanopia and deuteranopia in linear sRGB. Source: Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), matrices of severity 1.0.
 */
const PROTANOPIA: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const DEUTERANOPIA: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
/** Luminance (IEC 61966-2-1) in all three channels. */
const GREY: Matrix = [
  [0.2126, 0.7152, 0.0722],
  [0.2126, 0.7152, 0.0722],
  [0.2126, 0.7152, 0.0722],
];
const FULL: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const MATRICES: Readonly<Record<Eye, Matrix>> = {
  'full colour vision': FULL,
  protanopia: PROTANOPIA,
  deuteranopia: DEUTERANOPIA,
  'grey print': GREY,
};

/** sRGB 0–255 of `#rrggbb`. */
function rgb(color: string): Triple {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A colour painted with an opacity over another, as `#rrggbb`. */
export function over(color: string, opacity: number, ground: string): string {
  const [front, back] = [rgb(color), rgb(ground)];
  const mixed = front.map((part, i) => Math.round(part * opacity + back[i]! * (1 - opacity)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function linear(color: string): Triple {
  return rgb(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}

function times(matrix: Matrix, [a, b, c]: Triple): Triple {
  return matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Triple;
}

/** CIE L*a*b* (D65) of a colour as an eye sees it. */
export function labOf(color: string, eye: Eye): Triple {
  const seen = times(MATRICES[eye], linear(color)).map((part) => Math.max(0, Math.min(1, part))) as unknown as Triple;
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    seen,
  );
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** ΔE*ab (CIE 1976) of two colours to an eye: about 2 is just noticed, 10 is told apart at a glance. */
export function difference(one: string, other: string, eye: Eye): number {
  const [a, b] = [labOf(one, eye), labOf(other, eye)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Contrast by WCAG 2.2: (lighter + 0.05) / (darker + 0.05). */
export function contrast(one: string, other: string): number {
  const luminance = (color: string) => times(GREY, linear(color))[0];
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}
