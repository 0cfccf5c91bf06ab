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
  'osm.nothing-inside': () =>
    'Nothing in the chosen area can be taken from the extract. Does the extract belong to the city?',

  'osm.nodes-missing': (p, f) =>
    `Nodes are missing from the file although ${f.number(p.ways)} ways refer to them; those parts of the ways are left out.`,
  'osm.members-missing': (p, f) =>
    `Members of ${f.number(p.relations)} relations are missing from the file, mostly because they reach beyond the extract.`,
  'osm.elements-repeated': () => 'Objects whose id came before are left out.',
  'osm.relations-unclosed': (p) => `Areas made of relations are left out because no outline closes: ${p.ids}.`,
  'osm.relations-partial': (p) =>
    `Parts of the outline of areas made of relations are missing; they are only drawn: ${p.ids}.`,
  'osm.ways-unclosed': (p) => `Areas are left out because their outline is open: ${p.ids}.`,
  'osm.areas-repaired': (p) => `Areas whose outline crosses or touches itself are repaired: ${p.ids}.`,
  'osm.areas-lost': (p) => `Areas are left out because nothing usable remains of their outline: ${p.ids}.`,
  'osm.boundaries-broken': (p) =>
    `Boundaries of administrative level ${p.adminLevel} are left out because their outline is open or not all in the file: ${p.ids}.`,
  'osm.houses-merged': (p) => `Facilities mapped twice are merged: ${p.pairs}.`,
  'osm.capacity-unreadable': (p) => `The number of places is no whole number and therefore stays unknown: ${p.ids}.`,
  'osm.capacity-unused': (p) => `The number of places is in no unit of the service and is not used: ${p.ids}.`,
  'osm.name-at-odds': (p) => `The name speaks of another kind of facility than the tags; please check: ${p.ids}.`,
  'osm.social-facilities-unused': (p) => `Social facilities without a service in this program: ${p.ids}.`,
  'osm.supply-closed': (p) => `Playgrounds, green and pitches that are not public are left out: ${p.ids}.`,
  'osm.supply-points': (p) => `Green and pitches mapped as a point only are left out: ${p.ids}.`,
  'osm.supply-incomplete': (p) => `Playgrounds, green and pitches with an incomplete outline are left out: ${p.ids}.`,
  'osm.supply-merged': (p) => `Playgrounds mapped twice are merged: ${p.ids}.`,
  'osm.green-contained': (p) =>
    `Green that lies wholly in other green is left out, so that nothing counts twice: ${p.ids}.`,

  'network.built': (p, f) =>
    `Walking network of ${f.number(p.nodes)} nodes and ${f.number(p.edges)} edges; ${f.number(p.components)} separate parts, the largest holds ${f.percent(p.largestShare, 1)} of the nodes.`,
  'network.loops-dropped': () => 'Edges of the walking network that begin and end at the same node are left out.',
  'network.duplicates-merged': () => 'Duplicate edges of the walking network are merged.',
  'network.isolated-dropped': () => 'Nodes without an edge are left out of the walking network.',
  'network.small-components': (p, f) =>
    `Nodes of the walking network lie in ${f.number(p.components)} separate parts of fewer than ${f.number(p.limit)} nodes each; they are kept and count as not connected.`,
};
