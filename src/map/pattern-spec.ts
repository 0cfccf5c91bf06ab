/**
 * A pattern as a line in a square that repeats: `<pattern width={side} height={side}><path d={path} stroke={color}
 * strokeWidth={width} strokeLinecap={round ? 'round' : 'butt'}/></pattern>`. The map draws the same path.
 */
export interface PatternSpec {
  /** Whole pixels. */
  readonly side: number;
  readonly path: string;
  readonly width: number;
  readonly color: string;
  /** Round ends: very short lines are dots. */
  readonly round: boolean;
}

interface DiagonalInput {
  readonly side: number;
  readonly width: number;
  readonly color: string;
  /** Rising to the right, else falling. */
  readonly rising: boolean;
}

/** Lines at 45°; three of them, for the ones through the corners close the seams. */
export function diagonal({ side, width, color, rising }: DiagonalInput): PatternSpec {
  const lines = [-side, 0, side].map((shift) =>
    rising ? `M${shift - 1} ${side + 1}L${shift + side + 1} -1` : `M${shift - 1} -1L${shift + side + 1} ${side + 1}`,
  );
  return { side, path: lines.join(''), width, color, round: false };
}

/** Two dots per square, set off against each other; `width` is their diameter. */
export function dots({ side, width, color }: Omit<DiagonalInput, 'rising'>): PatternSpec {
  const [near, far] = [side / 4, (3 * side) / 4];
  return { side, path: `M${near} ${near}h.01M${far} ${far}h.01`, width, color, round: true };
}
