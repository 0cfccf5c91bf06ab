import type { FoundFormat, OsmProblems } from '../../shared/problems/pipeline-osm.ts';
import type { ProblemMessages } from '../problem-text.ts';

const FOUND: Readonly<Record<FoundFormat, string>> = {
  zip: 'a ZIP archive',
  '7z': 'a 7z archive',
  xz: 'a file packed with xz',
  zstd: 'a file packed with Zstandard',
  html: 'an HTML page',
  json: 'a JSON file',
  'pbf-packed': 'a PBF file packed once more',
  text: 'a text file',
  binary: 'a file of unknown kind',
};

export const pipelineOsmEn: ProblemMessages<OsmProblems> = {
  'osm.empty-file': () => 'The file is empty. An OpenStreetMap extract is expected.',
  'osm.format-unknown': (p) =>
    `An OpenStreetMap extract (.osm.pbf, .osm, .osm.gz or .osm.bz2) is expected, but ${FOUND[p.found]} was found.`,
  'osm.root-unknown': (p) => `OSM XML with the root element “osm” is expected, but “${p.found}” was found.`,
  'osm.truncated': (p, f) =>
    `The file ends too early: the part from byte ${f.number(p.position)} on is incomplete. Please fetch the file again.`,
  'osm.damaged': (p, f) =>
    `The part from byte ${f.number(p.position)} on is damaged (${p.detail}). Please fetch the file again.`,
  'osm.xml-damaged': (p) => `The XML is damaged or ends too early (${p.detail}). Please fetch the file again.`,
  'osm.too-large': (p, f) =>
    `Unpacked, the file is larger than ${f.bytes(p.limitBytes)}. Please use a smaller extract, for example the city alone.`,
  'osm.block-too-large': (p, f) =>
    `The block from byte ${f.number(p.position)} on claims ${f.bytes(p.foundBytes)}; the format allows ${f.bytes(p.limitBytes)}. The file is damaged.`,
  'osm.compression-unknown': (p) =>
    `The blocks of the file are packed with ${p.found}. Blocks that are not packed or packed with zlib can be read.`,
  'osm.feature-unknown': (p) => `The file requires the feature “${p.found}”, which cannot be read here.`,
  'osm.id-invalid': (p) => `A whole number is expected as an id, but “${p.found}” was found.`,
  'osm.coordinate-invalid': (p) => `A coordinate in degrees is expected, but “${p.found}” was found.`,
  'osm.no-elements': () => 'The extract holds no nodes, ways or relations.',

  'network.built': (p, f) =>
    `Walking network of ${f.number(p.nodes)} nodes and ${f.number(p.edges)} edges; ${f.number(p.components)} separate parts, the largest holds ${f.percent(p.largestShare, 1)} of the nodes.`,
  'network.loops-dropped': () => 'Edges of the walking network that begin and end at the same node are left out.',
  'network.duplicates-merged': () => 'Duplicate edges of the walking network are merged.',
  'network.isolated-dropped': () => 'Nodes without an edge are left out of the walking network.',
  'network.small-components': (p, f) =>
    `Nodes of the walking network lie in ${f.number(p.components)} separate parts of fewer than ${f.number(p.limit)} nodes each; they are kept and count as not connected.`,
};
