import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';

function firstDifferent(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

/** Both texts around the first sign in which they differ. */
function aroundDifference(inNode: string, inBrowser: string): string {
  const at = firstDifferent(inNode, inBrowser);
  const cut = (text: string) => `…${text.slice(Math.max(0, at - 80), at + 80)}…`;
  return `  Node    ${cut(inNode)}\n  browser ${cut(inBrowser)}`;
}

async function featuresOf(bytes: Uint8Array): Promise<string[]> {
  const features: string[] = [];
  for await (const { properties, geometry } of deserialize(bytes))
    features.push(JSON.stringify({ properties, geometry }));
  return features;
}

/** The edition and the checksums differ wherever anything does; the first other line that differs says more. */
function linesOf(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.filter((line) => !/^\s*"(?:edition|sha256|indexSha256)"/.test(line));
}

/** Where two versions of a file part: the first byte, and the first feature of a layer or line of a JSON file with what stands there. */
export async function describeDifference(path: string, inNode: Uint8Array, inBrowser: Uint8Array): Promise<string> {
  const sizes = `${path} (${inNode.length} bytes in Node, ${inBrowser.length} in the browser)`;
  const place = `${sizes} differs from byte ${firstDifferent(inNode, inBrowser)}`;
  if (path.endsWith('.bin')) return place;
  const isLayer = path.endsWith('.fgb');
  const [a, b] = isLayer
    ? [await featuresOf(inNode), await featuresOf(inBrowser)]
    : [linesOf(inNode), linesOf(inBrowser)];
  const at = firstDifferent(a, b);
  if (at === a.length && at === b.length) return `${place}, in ${isLayer ? 'header or index' : 'checksums'} alone`;
  const part = `${isLayer ? 'feature' : 'line'} ${at + 1} of ${a.length}`;
  return `${place}, ${part}:\n${aroundDifference(a[at] ?? '', b[at] ?? '')}`;
}
