/** A smooth, seeded landscape of chance: values in [-1, 1], about one bump per `wavelength` metres. Only + − × ÷, so equal in every engine. */
export type Noise = (x: number, y: number, wavelength: number) => number;

function latticeValue(ix: number, iy: number, seed: number): number {
  let h = Math.imul(ix, 0x27d4eb2d) ^ Math.imul(iy, 0x165667b1) ^ seed;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2147483648 - 1;
}

/** Value noise on a square lattice, smoothed by 6t⁵ − 15t⁴ + 10t³ (Perlin 2002). */
export function createNoise(seed: number): Noise {
  return (x, y, wavelength) => {
    const u = x / wavelength;
    const v = y / wavelength;
    const ix = Math.floor(u);
    const iy = Math.floor(v);
    const fu = u - ix;
    const fv = v - iy;
    const su = fu * fu * fu * (fu * (fu * 6 - 15) + 10);
    const sv = fv * fv * fv * (fv * (fv * 6 - 15) + 10);
    const a = latticeValue(ix, iy, seed);
    const b = latticeValue(ix + 1, iy, seed);
    const c = latticeValue(ix, iy + 1, seed);
    const d = latticeValue(ix + 1, iy + 1, seed);
    const south = a + (b - a) * su;
    return south + (c + (d - c) * su - south) * sv;
  };
}

/** Three octaves of noise, in about [-1, 1]. */
export function fractal(noise: Noise, x: number, y: number, wavelength: number): number {
  return (
    (noise(x, y, wavelength) +
      0.5 * noise(x + 913, y - 377, wavelength / 2) +
      0.25 * noise(x - 531, y + 1291, wavelength / 4)) /
    1.5
  );
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothStep(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}
