import { describe, expect, it } from 'vitest';
import { cellSample, classSample, loadSample, symbolSample } from '../../src/map/gap-samples.ts';
import { DISTRICT_CLASSES } from '../../src/map/layers/gap-area-layers.ts';
import { BASE_COLORS, CLASS_COLORS, FLOW_COLORS, INK, LOAD_STYLES, type RingLoad } from '../../src/map/palette.ts';
import { contrast, difference, EYES, labOf, over } from './colour-vision.ts';

const STRENGTHS = [0, 1, 2] as const;
const LACKING = ['served', 'no-place', 'out-of-reach'] as const;
const RINGS = Object.keys(LOAD_STYLES) as RingLoad[];

/** What the eye meets: the sample's fill on built-up land. */
const seen = ({ fill, opacity }: { readonly fill: string; readonly opacity: number }) =>
  over(fill, opacity, BASE_COLORS.builtUp);

/** All pairs of a list, each once. */
function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, i) => list.slice(i + 1).map((other): [T, T] => [one, other]));
}

describe('the simulation of other eyes', () => {
  it('leaves greys as they are and measures black to white as 100', () => {
    for (const eye of EYES) {
      expect(difference('#808080', '#808080', eye)).toBe(0);
      expect(difference('#000000', '#ffffff', eye), eye).toBeCloseTo(100, 0);
      const [, a, b] = labOf('#808080', eye);
      expect(Math.hypot(a, b), eye).toBeLessThan(0.5);
    }
  });

  it('confuses a red and a green that full colour vision tells apart', () => {
    const [red, green] = ['#a05a3c', '#6a7038'];
    expect(difference(red, green, 'full colour vision')).toBeGreaterThan(30);
    expect(difference(red, green, 'deuteranopia')).toBeLessThan(12);
  });

  it('knows the contrast of black and white: 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(over('#000000', 0.5, '#ffffff')).toBe('#808080');
  });
});

describe('the classes of districts', () => {
  it('have the agreed colours', () => {
    expect([0, 1, 2, 3, 4].map((cls) => CLASS_COLORS[cls as 0])).toEqual([
      '#b35806',
      '#f1a340',
      '#fee0b6',
      '#d8daeb',
      '#998ec3',
    ]);
  });

  it('differ at a glance from each other for red-green blind eyes as well', () => {
    for (const eye of EYES) {
      if (eye === 'grey print') continue;
      for (const [one, other] of pairs([0, 1, 2, 3, 4] as const)) {
        expect(difference(CLASS_COLORS[one], CLASS_COLORS[other], eye), `${eye} ${one}-${other}`).toBeGreaterThan(24);
      }
    }
  });

  it('are told apart in grey print by lightness or by their lines', () => {
    for (const [one, other] of pairs(DISTRICT_CLASSES)) {
      const [a, b] = [classSample(one), classSample(other)];
      const differs = difference(a.fill, b.fill, 'grey print') > 20 || a.pattern?.path !== b.pattern?.path;
      expect(differs, `${one}-${other}`).toBe(true);
    }
    // The two that grey alone confuses: a small deficit and enough.
    expect(difference(CLASS_COLORS[2], CLASS_COLORS[3], 'grey print')).toBeLessThan(5);
    expect([classSample(2).pattern === null, classSample(3).pattern === null]).toEqual([false, true]);
  });

  it('have lines the closer, the larger the deficit, and lines that can be seen', () => {
    const sides = ([0, 1, 2] as const).map((cls) => classSample(cls).pattern!.side);
    expect(sides).toEqual([...sides].sort((a, b) => a - b));
    expect(new Set(sides).size).toBe(3);
    for (const cls of DISTRICT_CLASSES) {
      const { fill, pattern } = classSample(cls);
      if (pattern !== null) expect(contrast(pattern.color, fill), String(cls)).toBeGreaterThan(2);
    }
  });

  it('carry numbers with a contrast of at least 4.5 : 1', () => {
    for (const cls of DISTRICT_CLASSES) {
      const { fill, ink } = classSample(cls);
      expect(contrast(ink, fill), String(cls)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('the states of cells', () => {
  it('differ for every eye at every strength, in grey print by their lines', () => {
    for (const [one, other] of pairs(LACKING)) {
      expect(cellSample(one, 1).pattern?.path).not.toBe(cellSample(other, 1).pattern?.path);
      for (const eye of EYES) {
        if (eye === 'grey print') continue;
        for (const a of STRENGTHS) {
          for (const b of STRENGTHS) {
            const far = difference(seen(cellSample(one, a)), seen(cellSample(other, b)), eye);
            expect(far, `${eye} ${one} ${a} – ${other} ${b}`).toBeGreaterThan(10);
          }
        }
      }
    }
  });

  it('grow darker or more colourful with their strength, for every eye', () => {
    for (const eye of EYES) {
      for (const state of LACKING) {
        const [weak, middle, strong] = STRENGTHS.map((strength) => seen(cellSample(state, strength)));
        const land = BASE_COLORS.builtUp;
        const steps = [weak!, middle!, strong!].map((color) => difference(color, land, eye));
        expect(steps[1]! - steps[0]!, `${eye} ${state}`).toBeGreaterThan(4);
        expect(steps[2]! - steps[1]!, `${eye} ${state}`).toBeGreaterThan(4);
      }
    }
  });
});

describe('rings, circles and flows', () => {
  it('say the load by their line, not by colour alone', () => {
    const lines = RINGS.map((load) => {
      const { width, dash } = loadSample(load);
      return `${width} ${dash.join(',')}`;
    });
    expect(new Set(lines).size).toBe(RINGS.length);
    expect(loadSample('over').width).toBeGreaterThanOrEqual(2 * loadSample('under').width);
    expect(RINGS.filter((load) => loadSample(load).badge)).toEqual(['unknown']);
    for (const load of RINGS) expect(contrast(loadSample(load).color, INK.paper), load).toBeGreaterThan(4.5);
  });

  it('tell missing places, a disc, from free ones, a ring', () => {
    const [missing, free] = [symbolSample('missing'), symbolSample('free')];
    expect(missing.fill).toBe(missing.color);
    expect(free.fill).toBe(INK.paper);
    for (const eye of ['full colour vision', 'protanopia', 'deuteranopia'] as const) {
      expect(difference(missing.color, free.color, eye), eye).toBeGreaterThan(40);
      expect(difference(FLOW_COLORS.in, FLOW_COLORS.out, eye), eye).toBeGreaterThan(40);
    }
  });
});
