/** Side and south-west corner that an INSPIRE cell id states, in metres; `null` for ids of another kind. */
export function parseCellId(id: string): { cellMeters: number; x: number; y: number } | null {
  const match = /^(CRS3035RES)?(\d+)(k?m)N(\d+)E(\d+)$/.exec(id);
  if (match === null) return null;
  const cellMeters = Number(match[2]) * (match[3] === 'km' ? 1000 : 1);
  // The short form leaves out as many zeros as the cell's side has.
  const unit = match[1] ? 1 : 10 ** (String(cellMeters).length - 1);
  return { cellMeters, x: Number(match[5]) * unit, y: Number(match[4]) * unit };
}
