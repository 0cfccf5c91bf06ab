/** A point or vector of the generator: metres east and north of the city's centre. */
export type Vec = readonly [x: number, y: number];
export type Line = readonly Vec[];

export const cm = (value: number): number => Math.round(value * 100) / 100;

export function distance(a: Vec, b: Vec): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  return Math.sqrt(dx * dx + dy * dy);
}

export function lineLength(line: Line): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!);
  return sum;
}

/** Twice-signed area halved: positive where the ring runs counter-clockwise. The ring is not closed. */
export function signedArea(ring: Line): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return sum / 2;
}

export function centroidOf(ring: Line): Vec {
  const [ox, oy] = ring[0]!;
  let sum = 0;
  let x = 0;
  let y = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const ax = ring[j]![0] - ox;
    const ay = ring[j]![1] - oy;
    const bx = ring[i]![0] - ox;
    const by = ring[i]![1] - oy;
    const cross = ax * by - bx * ay;
    sum += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (sum === 0) return ring[0]!;
  return [ox + x / (3 * sum), oy + y / (3 * sum)];
}

/** Even-odd rule; antennas that a ring runs along twice do not count. */
export function insideRing(ring: Line, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const yi = ring[i]![1];
    const yj = ring[j]![1];
    if (yi > y !== yj > y) {
      const xi = ring[i]![0];
      if (x < xi + ((ring[j]![0] - xi) * (y - yi)) / (yj - yi)) inside = !inside;
    }
  }
  return inside;
}

export function distanceToSegment(x: number, y: number, a: Vec, b: Vec): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / squared));
  const ex = x - a[0] - t * dx;
  const ey = y - a[1] - t * dy;
  return Math.sqrt(ex * ex + ey * ey);
}

/** A Catmull–Rom curve through the points, with steps of at most `step` metres; the points themselves stay vertices. */
export function curveThrough(points: Line, step: number): Vec[] {
  const curve: Vec[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[Math.max(0, i - 1)]!;
    const b = points[i]!;
    const c = points[i + 1]!;
    const d = points[Math.min(points.length - 1, i + 2)]!;
    const count = Math.max(1, Math.ceil(distance(b, c) / step));
    for (let k = 0; k < count; k++) {
      const t = k / count;
      const at = (n: 0 | 1) =>
        b[n] +
        0.5 * t * (c[n] - a[n] + t * (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n] + t * (3 * (b[n] - c[n]) + d[n] - a[n])));
      curve.push([cm(at(0)), cm(at(1))]);
    }
  }
  const last = points[points.length - 1]!;
  curve.push([cm(last[0]), cm(last[1])]);
  return curve;
}

/** Moves the inner points towards the middle of their neighbours, `rounds` times; the ends stay. */
export function relaxLine(line: Line, rounds: number): Vec[] {
  let now: Vec[] = line.map((p) => p);
  for (let r = 0; r < rounds; r++) {
    now = now.map((p, i) => {
      const a = now[i - 1];
      const b = now[i + 1];
      return a && b ? [(p[0] * 2 + a[0] + b[0]) / 4, (p[1] * 2 + a[1] + b[1]) / 4] : p;
    });
  }
  return now;
}

/** The line shifted to its left by `offset` metres, vertex by vertex (for gently curved lines). */
export function shiftLine(line: Line, offset: (index: number) => number): Vec[] {
  return line.map((p, i) => {
    const a = line[Math.max(0, i - 1)]!;
    const b = line[Math.min(line.length - 1, i + 1)]!;
    const length = distance(a, b) || 1;
    const by = offset(i);
    return [cm(p[0] - ((b[1] - a[1]) / length) * by), cm(p[1] + ((b[0] - a[0]) / length) * by)];
  });
}

/** Points every `step` metres along a line, both ends included, with the unit tangent. */
export function pointsAlong(line: Line, step: number): { at: Vec; tangent: Vec }[] {
  const total = lineLength(line);
  const count = Math.max(1, Math.round(total / step));
  const found: { at: Vec; tangent: Vec }[] = [];
  let i = 1;
  let before = 0;
  for (let k = 0; k <= count; k++) {
    const goal = (total * k) / count;
    while (i < line.length - 1 && before + distance(line[i - 1]!, line[i]!) < goal) {
      before += distance(line[i - 1]!, line[i]!);
      i++;
    }
    const a = line[i - 1]!;
    const b = line[i]!;
    const length = distance(a, b) || 1;
    const t = Math.min(1, (goal - before) / length);
    found.push({
      at: [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t],
      tangent: [(b[0] - a[0]) / length, (b[1] - a[1]) / length],
    });
  }
  return found;
}

const R = Math.SQRT1_2;
const C = 0.9238795325112867;
const S = 0.3826834323650898;

/** Sixteen unit vectors around the compass, counter-clockwise from east. */
export const COMPASS: readonly Vec[] = [
  [1, 0],
  [C, S],
  [R, R],
  [S, C],
  [0, 1],
  [-S, C],
  [-R, R],
  [-C, S],
  [-1, 0],
  [-C, -S],
  [-R, -R],
  [-S, -C],
  [0, -1],
  [S, -C],
  [R, -R],
  [C, -S],
];

/** A number that grows with the angle of a vector, 0 ≤ a < 4, without trigonometry. */
export function pseudoAngle(dx: number, dy: number): number {
  const p = dx / (Math.abs(dx) + Math.abs(dy) || 1);
  const angle = dy >= 0 ? 1 - p : 3 + p;
  return angle >= 4 ? 0 : angle;
}
